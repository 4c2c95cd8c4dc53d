import type { zhCN } from './zh-CN.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    tablet: typeof zhCN;
  }
}
