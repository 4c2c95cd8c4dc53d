/** Makes the Chromium of the tests as forgetful as a phone of 2018: what came into browsers later is taken away. */
import type { BrowserContext } from 'playwright-core';

/** By the object that holds it; what Chrome 64 did not have. */
const later = {
  globalThis: [
    'globalThis',
    'AbortController',
    'AbortSignal',
    'AggregateError',
    'FinalizationRegistry',
    'WeakRef',
    'Iterator',
    'queueMicrotask',
    'structuredClone',
    'BigInt',
    'requestIdleCallback',
    'scheduler',
    'trustedTypes',
    'EditContext',
    'CSSStyleValue',
  ],
  'Array.prototype': [
    ...['at', 'flat', 'flatMap', 'findLast', 'findLastIndex'],
    ...['toReversed', 'toSorted', 'toSpliced', 'with'],
  ],
  Object: ['fromEntries', 'hasOwn', 'groupBy'],
  Map: ['groupBy'],
  Promise: ['allSettled', 'any', 'withResolvers', 'try'],
  'String.prototype': [
    'at',
    'matchAll',
    'replaceAll',
    'trimStart',
    'trimEnd',
    'isWellFormed',
    'toWellFormed',
  ],
  'Set.prototype': [
    ...['union', 'intersection', 'difference', 'symmetricDifference'],
    ...['isSubsetOf', 'isSupersetOf', 'isDisjointFrom'],
  ],
  Intl: ['DisplayNames', 'DurationFormat', 'ListFormat', 'Locale', 'RelativeTimeFormat', 'Segmenter'],
  'Element.prototype': ['replaceChildren', 'checkVisibility', 'getHTML', 'setHTMLUnsafe', 'computedStyleMap'],
  'Document.prototype': ['replaceChildren', 'startViewTransition', 'getAnimations'],
  'HTMLElement.prototype': ['inert', 'popover', 'showPopover', 'attachInternals'],
  'Crypto.prototype': ['randomUUID'],
  'URLSearchParams.prototype': ['size'],
  Array: ['fromAsync'],
  'Symbol.prototype': ['description'],
};

export async function age(context: BrowserContext): Promise<void> {
  await context.addInitScript((all: Record<string, string[]>) => {
    for (const [path, names] of Object.entries(all)) {
      const holder: unknown =
        path === 'globalThis'
          ? window
          : path.split('.').reduce<unknown>((at, name) => Reflect.get(Object(at), name), window);
      for (const name of names) Reflect.deleteProperty(Object(holder), name);
    }
  }, later);
}
