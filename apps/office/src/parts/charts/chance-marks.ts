import type { Tokens } from '../tokens.ts';

/** Where a figure is, compared with what chance alone explains. */
export type AgainstChance = 'above' | 'within' | 'below';

const shapes = {
  above: { symbol: 'triangle', symbolRotate: 0, symbolSize: 13 },
  within: { symbol: 'circle', symbolRotate: 0, symbolSize: 9 },
  below: { symbol: 'triangle', symbolRotate: 180, symbolSize: 13 },
} as const;

/** The mark of a point: told by shape and fill, so that a print in black says the same. */
export const chanceMark = (place: AgainstChance, tokens: Tokens) => ({
  ...shapes[place],
  itemStyle:
    place === 'within'
      ? { color: tokens.surface, borderColor: tokens.accent, borderWidth: 2 }
      : { color: tokens.accent },
});
