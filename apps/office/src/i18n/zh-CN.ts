import { chart } from './zh-CN/chart.ts';
import { shell } from './zh-CN/shell.ts';
import { start } from './zh-CN/start.ts';

/** Every text of the office in Chinese, by feature; the English catalogue has the same keys. */
export const zhCN = { chart, shell, start } as const;
