import type { zhCN } from './zh-CN.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    resident: typeof zhCN;
  }
}
