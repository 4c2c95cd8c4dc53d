import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { classifyCell, defaultDisclosureRules } from '@huhudao/statistics';
import { attackPages, findSingles, type SeenPage } from './attack.testing.ts';
import { community, growRound, indexOf, street, type Growth } from './grown-round.testing.ts';
import { cellOf } from './measured-cell.ts';
import { rulesOf } from './plan-releases.ts';
import type { Protection } from './protect-communities.ts';

/** Each cell and the total judged for itself: the protection of the table switched off. */
const unprotected: Protection['protect'] = ({ cells, rules }) => {
  const sum = (of: (cell: { n: number; favourable: number }) => number) =>
    cells.reduce((all, cell) => all + of(cell), 0);
  return {
    cells: cells.map((cell) => classifyCell(cell, rules)),
    total: classifyCell({ n: sum((cell) => cell.n), favourable: sum((cell) => cell.favourable) }, rules),
  };
};

const growth = fc.record({
  favourable: fc.nat({ max: 22 }),
  unfavourable: fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 9 })),
});
const steps = fc.array(fc.array(growth, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 5 });
const frames = [1300, 900, 1100];

function attack(pages: readonly SeenPage[], sampled: boolean) {
  const rules = rulesOf(defaultDisclosureRules, sampled);
  const frameOf = (areaId: string) => must(frames[indexOf(areaId)], 'a frame');
  const weights = sampled ? (areaId: string, n: number) => frameOf(areaId) / n : undefined;
  const cell = (areaId: string, n: number, favourable: number) =>
    areaId === street
      ? { n, favourable }
      : cellOf({ n, favourable, respondents: n, frameSize: frameOf(areaId) }, sampled);
  return attackPages(pages, { streetId: street, rules, weights, cellOf: cell });
}

/** Hidden counts that an attacker finds out exactly, over many rounds with a protection switched off. */
function countPinned(off: Partial<Protection>, sampled: boolean): number {
  let pinned = 0;
  fc.assert(
    fc.property(steps, (round) => {
      const { pages } = growRound(round, { sampled, frames, off });
      pinned += attack(pages, sampled).filter(({ left, open }) => left === 1 && open > 1).length;
    }),
    { numRuns: 150, seed: 7 },
  );
  return pinned;
}

describe('an attacker who keeps every release of a round', () => {
  it.each([
    ['coverage', 3, false, 200],
    ['coverage', 2, false, 100],
    ['measurement', 3, true, 100],
    ['measurement', 2, true, 100],
  ])(
    'is left with at least 5 counts, or all its release allowed, for every secret: %s, %i communities',
    (_, communities, sampled, numRuns) => {
      const met = { secrets: 0, streets: 0 };
      fc.assert(
        fc.property(steps, (round) => {
          const own = round.map((step) => step.slice(0, communities));
          const { pages } = growRound(own, { sampled, frames: frames.slice(0, communities) });
          const found = attack(pages, sampled);
          if (pages.at(-1)?.some((cell) => cell.areaId === street && cell.value !== null)) met.streets += 1;
          met.secrets += found.length;
          for (const { left, open } of found) expect(left).toBeGreaterThanOrEqual(Math.min(5, open));
        }),
        { numRuns },
      );
      expect(met.secrets).toBeGreaterThan(100);
      expect(met.streets).toBeGreaterThan(4);
    },
    60_000,
  );

  it('works hidden counts out where the table is not protected', () => {
    expect(countPinned({ protect: unprotected }, false)).toBeGreaterThan(10);
  }, 60_000);

  it('works hidden counts out where earlier releases are forgotten', () => {
    expect(countPinned({ remembers: false }, false)).toBeGreaterThan(10);
    expect(countPinned({ remembers: false }, true)).toBeGreaterThan(3);
  }, 60_000);
});

/** One answer after another, each in one of three communities. */
const visits = fc.array(fc.record({ community: fc.nat({ max: 2 }), favourable: fc.boolean() }), {
  minLength: 60,
  maxLength: 150,
});

describe('an attacker who looks before and after every single answer', () => {
  const oneByOne = (look: (steps: Growth[][]) => SeenPage[]): number => {
    let singles = 0;
    fc.assert(
      fc.property(visits, (answers) => {
        const steps = answers.map(({ community, favourable }) =>
          frames.map((_, index): Growth => {
            const one = index === community ? 1 : 0;
            return favourable ? { favourable: one, unfavourable: 0 } : { favourable: 0, unfavourable: one };
          }),
        );
        singles += findSingles(look(steps)).length;
      }),
      { numRuns: 40, seed: 7 },
    );
    return singles;
  };

  it('learns of none of them', () => {
    expect(oneByOne((steps) => growRound(steps, { sampled: false, frames }).pages)).toBe(0);
    expect(oneByOne((steps) => growRound(steps, { sampled: true, frames }).pages)).toBe(0);
  }, 60_000);

  it('learns of many where counts are live', () => {
    expect(oneByOne(livePages)).toBeGreaterThan(100);
  });
});

/** What pages would show without releases: the counts as they stand, each cell by the rules. */
function livePages(steps: readonly Growth[][]): SeenPage[] {
  const totals = frames.map((): Growth => ({ favourable: 0, unfavourable: 0 }));
  const rules = rulesOf(defaultDisclosureRules, false);
  return steps.map((step, at) =>
    totals.map((total, index): SeenPage[number] => {
      total.favourable += step[index]?.favourable ?? 0;
      total.unfavourable += step[index]?.unfavourable ?? 0;
      const n = total.favourable + total.unfavourable;
      const { kind } = classifyCell({ n, favourable: total.favourable }, rules);
      const value = kind === 'shown' || kind === 'flagged' ? total.favourable / n : null;
      return { areaId: community(index), release: at, kind, reason: null, n, value, band: null };
    }),
  );
}
