import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { defaultDisclosureRules } from '@huhudao/statistics';
import { attackPages, type SeenCell, type SeenPage, type SeenShare } from './attack.testing.ts';
import { compareInFunnels, screenCommunities } from './compare-communities.ts';
import { growRound, indexOf, street, type GrownRound } from './grown-round.testing.ts';
import { cellOf } from './measured-cell.ts';
import { rulesOf } from './plan-releases.ts';
import type { ReleasedCell } from './released-cells.ts';
import { takesPart } from './takes-part.ts';

const growth = fc.record({
  favourable: fc.nat({ max: 22 }),
  unfavourable: fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 9 })),
});
const frames = [1300, 900, 1100];
const rounds = (communities: number) =>
  fc.array(fc.array(growth, { minLength: communities, maxLength: communities }), {
    minLength: 2,
    maxLength: 5,
  });

const rules = rulesOf(defaultDisclosureRules, true);
const frameOf = (areaId: string): number => must(frames[indexOf(areaId)], 'a frame');

function attack(pages: readonly SeenPage[], beside?: readonly (readonly SeenShare[])[]) {
  const knowledge = {
    streetId: street,
    rules,
    weights: (areaId: string, n: number) => frameOf(areaId) / n,
    cellOf: (areaId: string, n: number, favourable: number) =>
      areaId === street
        ? { n, favourable }
        : cellOf({ n, favourable, respondents: n, frameSize: frameOf(areaId) }, true),
  };
  return attackPages(pages, knowledge, beside);
}

function released(cell: SeenCell): ReleasedCell {
  const { value, n } = cell;
  return {
    roundId: 'round',
    effectiveN: value === null ? null : n,
    cell: {
      ...cell,
      kind: cell.kind as ReleasedCell['cell']['kind'],
      areaName: cell.areaId,
      indicator: 'support',
      interval: null,
      bounds: null,
      satisfaction: null,
      beside: null,
      verdict: null,
      target: null,
      formulaId: '',
      dataTime: '',
    },
  };
}

const communitiesOn = (page: SeenPage): ReleasedCell[] =>
  page.filter((cell) => cell.areaId !== street && cell.n > 0).map(released);

/**
 * What a comparison of these cells tells of several communities together. The attacker knows which they are: those of
 * the printed points by the rule, all of them where it is switched off.
 */
function sharesOf(cells: readonly ReleasedCell[]): SeenShare[] {
  const [funnel] = compareInFunnels(cells);
  const points = funnel?.drawn?.points ?? [];
  const everybody = points.map(({ areaId }) => areaId);
  const rests = screenCommunities(cells).map(({ areaId, rest }) => ({
    areaIds: everybody.filter((id) => id !== areaId),
    share: rest,
  }));
  const centre = funnel?.drawn?.centre;
  return centre === undefined ? [] : [{ areaIds: everybody, share: centre }, ...rests];
}

/** `takesPart` switched off: every community counts towards the centre and the rest, though only printed ones are drawn. */
function sharesOfAll(page: SeenPage, { truth }: GrownRound): SeenShare[] {
  const all = communitiesOn(page).map((one): ReleasedCell => {
    const { areaId, release, n } = one.cell;
    const { favourable } = must(truth.get(`${areaId} ${release}`), 'the answers behind a release');
    const cell = { ...one.cell, kind: 'shown' as const, value: favourable / must(n, 'n') };
    return { ...one, effectiveN: n, cell };
  });
  // Where all are of one mind, which no printed cell is, a funnel has no limits.
  const values = new Set(all.map(({ cell }) => cell.value));
  if (values.size === 1 && (values.has(0) || values.has(1))) return [];
  const drawn = new Set(
    communitiesOn(page)
      .filter(takesPart)
      .map(({ cell }) => cell.areaId),
  );
  // A rest stands at a point, and a hidden community has none.
  return sharesOf(all).filter(
    ({ areaIds }) =>
      areaIds.length === all.length ||
      all.some(({ cell }) => !areaIds.includes(cell.areaId) && drawn.has(cell.areaId)),
  );
}

describe('an attacker who keeps every comparison beside every release', () => {
  it.each([2, 3])(
    'learns of no count more than the releases leave open: %i communities',
    (communities) => {
      const met = { secrets: 0, shares: 0 };
      fc.assert(
        fc.property(rounds(communities), (steps) => {
          const { pages } = growRound(steps, { sampled: true, frames: frames.slice(0, communities) });
          const beside = pages.map((page) => sharesOf(communitiesOn(page)));
          const found = attack(pages, beside);
          expect(found).toEqual(attack(pages));
          for (const { left, open } of found) expect(left).toBeGreaterThanOrEqual(Math.min(5, open));
          met.secrets += found.length;
          met.shares += beside.flat().length;
        }),
        { numRuns: 200 },
      );
      expect(met.secrets).toBeGreaterThan(100);
      expect(met.shares).toBeGreaterThan(20);
    },
    60_000,
  );

  it('works hidden counts out where every community takes part in a comparison', () => {
    let pinned = 0;
    fc.assert(
      fc.property(rounds(3), (steps) => {
        const grown = growRound(steps, { sampled: true, frames });
        const beside = grown.pages.map((page) => sharesOfAll(page, grown));
        pinned += attack(grown.pages, beside).filter(({ left, open }) => left === 1 && open > 1).length;
      }),
      { numRuns: 100, seed: 7 },
    );
    expect(pinned).toBeGreaterThan(10);
  }, 60_000);
});
