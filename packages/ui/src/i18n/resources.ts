import type { zhCN } from './zh-CN.ts';

// Each package adds its own namespace here, so that `t` knows every key and its variables.
declare module 'i18next' {
  interface ResourceNamespaceMap {
    ui: typeof zhCN;
  }
}
