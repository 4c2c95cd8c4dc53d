import type { Complete } from '@huhudao/ui';
import { chart } from './en/chart.ts';
import { shell } from './en/shell.ts';
import { start } from './en/start.ts';
import type { zhCN } from './zh-CN.ts';

/** Every text of the office in English. */
export const en: Complete<typeof zhCN> = { chart, shell, start };
