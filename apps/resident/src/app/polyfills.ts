import 'core-js/stable';

// zod writes down the bounds of whole numbers of 64 bits as it loads; nothing on this page checks any.
if (!('BigInt' in window)) Reflect.set(window, 'BigInt', Number);
