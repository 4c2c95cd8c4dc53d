/** The vocabulary in both languages, as plain data: for what is not a page, such as an exported ledger. */
import type { Locale } from '@huhudao/protocol';
import type { Complete } from './catalogue.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

export const vocabulary: Readonly<Record<Locale, Complete<typeof zhCN>>> = { 'zh-CN': zhCN, en };
