/** A round as it grows, released step by step as the server would, without a database. */
import { must, groupOutcomes } from '@huhudao/domain';
import {
  contentHash,
  indicatorDefinitions,
  shortForm,
  type IndicatorDefinition,
} from '@huhudao/questionnaire';
import { compile } from '@huhudao/questionnaire/survey';
import { defaultDisclosureRules, protectTable } from '@huhudao/statistics';
import type { Basis } from './basis.ts';
import type { SeenPage } from './attack.testing.ts';
import type { PastCell } from './figures.types.ts';
import { planCells, type NewCell } from './plan-releases.ts';
import type { Protection } from './protect-communities.ts';

export const street = 'street';
export const community = (index: number): string => `c${index}`;
export const indexOf = (areaId: string): number => Number(areaId.slice(1));

const definitions = indicatorDefinitions(compile(shortForm, 'questionnaire'), contentHash(shortForm));
export const support: IndicatorDefinition = must(
  definitions.find((one) => one.indicator === 'support'),
  'the definition of support',
);

/** What one community's answers increase by before a look at what is due. */
export type Growth = { favourable: number; unfavourable: number };

export type GrownRound = {
  /** What a page showed after each look. */
  pages: SeenPage[];
  /** What nobody but the server knows: the answers behind each release of a community, by area and number. */
  truth: Map<string, Growth>;
  /** How many cells each look released. */
  released: number[];
};

type Setting = { sampled: boolean; frames: readonly number[]; off?: Partial<Protection> };

/** The last step is the closing. */
export function growRound(
  steps: readonly (readonly Growth[])[],
  { sampled, frames, off }: Setting,
): GrownRound {
  const protection = { rules: defaultDisclosureRules, protect: protectTable, remembers: true, ...off };
  const totals = frames.map((): Growth => ({ favourable: 0, unfavourable: 0 }));
  const past = frames.map((): PastCell[] => []);
  const current = new Map<string, NewCell & { number: number }>();
  const grown: GrownRound = { pages: [], truth: new Map(), released: [] };
  for (const [at, step] of steps.entries()) {
    for (const [index, growth] of step.entries()) add(must(totals[index], 'a community'), growth);
    const communities = totals.map((total, index) => ({
      communityId: community(index),
      frameSize: must(frames[index], 'a frame'),
      outcomes: groupOutcomes([{ outcome: 'completed', count: total.favourable + total.unfavourable }]),
      now: { support: basisOf(total) },
      past: { support: past[index] ?? [] },
    }));
    const closing = at === steps.length - 1;
    const cells = planCells(
      { streetId: street, sampled, closing, communities, definitions: [support] },
      protection,
    );
    for (const cell of cells) keep(cell, current, past);
    for (const { areaId, number, basis } of current.values()) {
      if (!('parts' in basis)) grown.truth.set(`${areaId} ${number}`, growthOf(basis));
    }
    grown.released.push(cells.length);
    grown.pages.push(
      [...current.values()].map(({ figures, ...cell }) => ({ ...cell, ...figures, release: cell.number })),
    );
  }
  return grown;
}

function add(total: Growth, { favourable, unfavourable }: Growth): void {
  total.favourable += favourable;
  total.unfavourable += unfavourable;
}

const basisOf = ({ favourable, unfavourable }: Growth) => ({
  respondents: favourable + unfavourable,
  codes: { support: favourable, oppose: unfavourable },
});

const growthOf = ({ codes }: Basis): Growth => ({
  favourable: codes['support'] ?? 0,
  unfavourable: codes['oppose'] ?? 0,
});

/** As the table of releases would: each cell's releases since it was last printed. */
function keep(cell: NewCell, current: Map<string, NewCell & { number: number }>, past: PastCell[][]): void {
  const number = (current.get(cell.areaId)?.number ?? 0) + 1;
  current.set(cell.areaId, { ...cell, number });
  if ('parts' in cell.basis) return;
  const own = must(past[indexOf(cell.areaId)], 'the releases of a community');
  if (cell.kind === 'shown' || cell.kind === 'flagged') own.length = 0;
  own.push({ ...cell, basis: cell.basis, number, dataTime: `${number}` });
}
