/**
 * The shape another language must have to be complete: the same keys, every one of them.
 * Where Chinese has one form (`_other`), a language may add its singular (`_one`).
 */
export type Complete<C> = {
  [K in keyof C]: C[K] extends string ? string : Complete<C[K]>;
} & {
  [K in keyof C as K extends `${infer Base}_other` ? `${Base}_one` : never]?: string;
};
