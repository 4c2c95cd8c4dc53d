import { HighlightStyle } from '@codemirror/language';
import { tags } from '@lezer/highlight';

/** Names, texts and numbers told apart in the product's own colours, by day and by night. */
export const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--ink)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--done)' },
]);
