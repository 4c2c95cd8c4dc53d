import { describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { community, growRound, street, type Growth } from './grown-round.testing.ts';

const frames = [1300, 900];
const nothing: Growth = { favourable: 0, unfavourable: 0 };
const answers = (favourable: number, unfavourable: number): Growth => ({ favourable, unfavourable });

function grow(steps: readonly (readonly Growth[])[], sampled = true) {
  const { pages, released } = growRound(steps, { sampled, frames });
  const cell = (step: number, areaId: string) =>
    must(pages[step], 'a page').find((one) => one.areaId === areaId);
  return { cell, released };
}

describe('a cell', () => {
  it('is released after 5 further answers, and at the close when none or at least 5 were added', () => {
    const { cell, released } = grow([
      [answers(40, 20), answers(40, 20)],
      [answers(4, 0), answers(3, 1)],
      [answers(1, 0), answers(0, 0)],
      [nothing, nothing],
    ]);
    expect(released.slice(0, 3)).toEqual([3, 0, 2]);
    expect(cell(2, community(0))).toMatchObject({ n: 65, release: 2 });
    // The last four of the other community stay out for good.
    expect(cell(3, community(0))).toMatchObject({ n: 65, release: 3 });
    expect(cell(3, community(1))).toMatchObject({ n: 60, release: 1 });
    expect(cell(3, street)).toMatchObject({ n: 125 });
  });

  it('waits where it would tell what an earlier band hid, and is released once more have answered', () => {
    const { cell } = grow([
      [answers(46, 4), answers(40, 20)],
      [answers(0, 5), nothing],
      [answers(4, 0), nothing],
      [nothing, nothing],
    ]);
    expect(cell(0, community(0))).toMatchObject({ kind: 'banded', n: 50 });
    expect(cell(1, community(0))).toMatchObject({ kind: 'banded', n: 50, release: 1 });
    expect(cell(2, community(0))).toMatchObject({ kind: 'shown', n: 59, release: 2 });
  });

  it('hidden for the sake of another is shown when the other no longer needs it, as of when it was counted', () => {
    const steps = [
      [answers(48, 2), answers(40, 20)],
      [answers(40, 20), nothing],
      [nothing, nothing],
    ];
    const { cell } = grow(steps, false);
    expect(cell(0, community(1))).toMatchObject({ kind: 'hidden', reason: 'secondary', n: 60 });
    expect(cell(1, community(1))).toMatchObject({ kind: 'shown', n: 60, value: 40 / 60 });
  });
});

describe('a street', () => {
  it('is shown while the round is open only where every community is, otherwise when it closes', () => {
    const steps = [
      [answers(48, 2), answers(40, 20)],
      [answers(10, 0), answers(5, 5)],
      [nothing, nothing],
    ];
    const { cell } = grow(steps, false);
    expect(cell(1, street)).toMatchObject({ kind: 'hidden', reason: 'secondary', value: null });
    expect(cell(2, community(0))).toMatchObject({ kind: 'banded' });
    expect(cell(2, street)).toMatchObject({ kind: 'shown', n: 130 });
  });

  it('is never shown beside a single hidden community that could be subtracted from it', () => {
    const { cell } = grow([
      [answers(40, 20), answers(40, 20)],
      [nothing, nothing],
      [nothing, nothing],
    ]);
    expect(cell(0, street)).toMatchObject({ kind: 'shown' });
    const late = growRound(
      [
        [answers(40, 20), nothing],
        [nothing, answers(30, 2)],
        [nothing, nothing],
      ],
      { sampled: false, frames },
    );
    const closed = must(late.pages.at(-1), 'the last page');
    expect(closed.find((one) => one.areaId === community(0))).toMatchObject({ kind: 'shown' });
    expect(closed.find((one) => one.areaId === community(1))).toMatchObject({ kind: 'banded' });
    expect(closed.find((one) => one.areaId === street)).toMatchObject({
      kind: 'hidden',
      reason: 'secondary',
    });
  });

  it('of two communities in a sample leaves both alone, and is shown only with both', () => {
    const { cell } = grow([
      [answers(48, 2), answers(40, 20)],
      [nothing, nothing],
    ]);
    expect(cell(0, community(1))).toMatchObject({ kind: 'shown' });
    expect(cell(1, community(0))).toMatchObject({ kind: 'banded' });
    expect(cell(1, street)).toMatchObject({ kind: 'hidden', reason: 'secondary' });
  });

  it('of a round that nobody answered closes with nothing to show', () => {
    for (const sampled of [true, false]) {
      const { cell } = grow([[nothing, nothing]], sampled);
      for (const areaId of [street, community(0), community(1)])
        expect(cell(0, areaId)).toMatchObject({ kind: 'hidden', reason: 'fewAnswers', n: 0 });
    }
  });
});
