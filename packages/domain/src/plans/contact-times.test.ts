import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../calendar.ts';
import type { Outcome } from '../vocabulary.ts';
import { cellOf, cellsToTry, contactCells, partOfCell } from './contact-cells.ts';
import { estimateFor, promisingCells, tallyContacts, timesFor, type ContactVisit } from './contact-times.ts';

const place = { householdId: 'h1', stairwellId: 's1', communityId: 'liuyin' };
const wednesday = '2026-11-18';
const attempts = (
  count: number,
  outcome: Outcome,
  time: string,
  at: Partial<ContactVisit> = {},
): ContactVisit[] =>
  Array.from({ length: count }, () => ({ ...place, outcome, occurredAt: instantOf(wednesday, time), ...at }));

describe('what is known of a time of day', () => {
  it('is the door’s own attempts, with their number, where there are three of them', () => {
    const visits = [...attempts(2, 'notHome', '09:30'), ...attempts(1, 'refused', '10:00')];
    expect(estimateFor(tallyContacts(visits), place, 'weekdayMorning')).toEqual({
      cell: 'weekdayMorning',
      level: 'door',
      tries: 3,
      reached: 1,
    });
  });

  it('is borrowed from the stairwell, then the community, and unknown where these have too little too', () => {
    const neighbours = { householdId: 'h2' };
    const elsewhere = { householdId: 'h3', stairwellId: 's2' };
    const near = attempts(9, 'completed', '19:00', neighbours);
    const far = attempts(11, 'notHome', '19:00', elsewhere);
    const at = (visits: readonly ContactVisit[]) =>
      estimateFor(tallyContacts(visits), place, 'weekdayEvening');
    expect(at(near)).toBeUndefined();
    expect(at([...near, ...far])).toMatchObject({ level: 'community', tries: 20, reached: 9 });
    expect(at([...near, ...far, ...attempts(1, 'notHome', '19:30')])).toMatchObject({
      level: 'stairwell',
      tries: 10,
      reached: 9,
    });
  });

  it('says nothing of doors where nobody lives', () => {
    const visits = attempts(30, 'vacant', '19:00');
    expect(timesFor(tallyContacts(visits), place)).toEqual([]);
  });

  it('comes best first, and promises little where it is far below the best', () => {
    const tally = tallyContacts([
      ...attempts(10, 'completed', '19:00'),
      ...attempts(10, 'notHome', '09:30'),
      ...attempts(9, 'completed', '15:00'),
      ...attempts(1, 'notHome', '15:00'),
    ]);
    expect(timesFor(tally, place).map(({ cell }) => cell)).toEqual([
      'weekdayEvening',
      'weekdayAfternoon',
      'weekdayMorning',
    ]);
    expect(promisingCells(tally, place, contactCells)).not.toContain('weekdayMorning');
    expect(promisingCells(tally, place, contactCells)).toContain('weekdayAfternoon');
    expect(promisingCells(tally, place, ['weekdayMorning'])).toEqual(['weekdayMorning']);
  });
});

describe('the times at which a door is tried again', () => {
  it('are another part of the day, and after an empty weekday morning evenings and weekends', () => {
    expect(cellsToTry(['weekdayMorning'], contactCells)).toEqual([
      'weekdayEvening',
      'weekendAfternoon',
      'weekendEvening',
    ]);
    expect(cellsToTry(['weekdayEvening'], ['weekdayMorning', 'weekdayEvening'])).toEqual(['weekdayMorning']);
    expect(cellsToTry(['weekdayMorning'], ['weekdayMorning'])).toEqual(['weekdayMorning']);
  });

  it('are of what is offered, some wherever anything is, and of another part wherever one is offered', () => {
    const some = fc.subarray([...contactCells]);
    fc.assert(
      fc.property(some, some, (tried, offered) => {
        const cells = cellsToTry(tried, offered);
        expect(cells.every((cell) => offered.includes(cell))).toBe(true);
        expect(cells.length > 0).toBe(offered.length > 0);
        const parts = new Set(tried.map(partOfCell));
        if (offered.some((cell) => !parts.has(partOfCell(cell))))
          expect(cells.every((cell) => !parts.has(partOfCell(cell)))).toBe(true);
      }),
    );
  });

  it('tell weekends from weekdays', () => {
    expect(cellOf('2026-11-21', 'evening')).toBe('weekendEvening');
    expect(cellOf('2026-11-20', 'evening')).toBe('weekdayEvening');
  });
});
