import type { ResponseOf, readMethods } from '@huhudao/protocol';

export type Community = { name: string; frame: number; respondents: number; n: number; favourable: number };

/** What of a page's figures can be made again from what the page prints. */
export type Figures = {
  /** Of a measurement round, the communities whose rate is printed, each a stratum. */
  communities: Community[];
  /** The figure of the page, where it can be made again: a street's with all of its communities. */
  printed: { value: number; interval: [number, number]; isStreet: boolean } | null;
  /** Of a coverage round: the share, RR1, and the bounds that they make. */
  coverage: {
    n: number;
    favourable: number;
    value: number;
    responseRate: number;
    bounds: [number, number];
  } | null;
  /** True where a community's rate is held back, and with it the street's way. */
  held: boolean;
};

/** Null where nothing can. */
export function remakable({ round, cell, strata, outcome }: ResponseOf<typeof readMethods>): Figures | null {
  if (round === null || cell === null) return null;
  if (round.purpose === 'coverage') return ofCoverage(cell, outcome?.rates.RR1 ?? null);
  const communities = strata.flatMap(({ areaName: name, frame, n, value, respondents }) =>
    frame === null || n === null || value === null || respondents === null
      ? []
      : [
          {
            name,
            frame: Math.max(frame, respondents, n),
            respondents: Math.max(respondents, n),
            n,
            favourable: Math.round(value * n),
          },
        ],
  );
  if (communities.length === 0) return null;
  const answered = strata.filter(({ n }) => (n ?? 0) > 0);
  const held = communities.length < answered.length;
  const { value, interval } = cell;
  const isStreet = strata.every(({ areaId }) => areaId !== cell.areaId);
  const printed = held || value === null || interval === null ? null : { value, interval, isStreet };
  return { communities, printed, coverage: null, held };
}

type Cell = NonNullable<ResponseOf<typeof readMethods>['cell']>;

function ofCoverage({ n, value, bounds }: Cell, responseRate: number | null): Figures | null {
  if (n === null || value === null || bounds === null || responseRate === null) return null;
  const coverage = { n, favourable: Math.round(value * n), value, responseRate, bounds };
  return { communities: [], printed: null, coverage, held: false };
}
