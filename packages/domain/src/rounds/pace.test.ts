import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar.ts';
import { paceCurve, paceForecast, roundPace, type Forecaster, type RoundProgress } from './pace.ts';

/** Two whole weeks and a day since a Monday. */
const progress: RoundProgress = {
  startsOn: '2026-11-02',
  deadline: '2026-11-25',
  today: '2026-11-17',
  eligible: 200,
  settled: 105,
  settledOn: new Map([
    ['2026-11-02', 50],
    ['2026-11-03', 50],
    ['2026-11-17', 5],
  ]),
};
/** Five more each day, give or take two. */
const steady: Forecaster = ({ ahead }) =>
  ahead.map((_, index) => ({
    expected: 12 * (index + 1),
    lower: 10 * (index + 1),
    upper: 14 * (index + 1),
  }));

describe('the pace of a round', () => {
  it('counts what is done, what is left, and what a day would need, today included', () => {
    expect(roundPace(progress)).toMatchObject({
      left: 95,
      daysLeft: 9,
      neededPerDay: 95 / 9,
      settledToday: 5,
    });
  });

  it('rests on whole weeks before today, with the days on which nothing was done', () => {
    const { past, ahead } = roundPace(progress);
    expect(past).toHaveLength(14);
    expect(past[0]).toEqual({ day: '2026-11-03', kind: 'weekday', count: 50 });
    expect(past.at(-1)).toEqual({ day: '2026-11-16', kind: 'weekday', count: 0 });
    expect(past.filter(({ kind }) => kind === 'weekend')).toHaveLength(4);
    expect(ahead.map(({ day }) => day).at(-1)).toBe('2026-11-25');
  });

  it('holds as many days of each weekday, at most four weeks, none of them today or before the round', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3, max: 90 }), fc.integer({ min: 0, max: 60 }), (after, length) => {
        const deadline = addDays(progress.startsOn, length);
        const today = addDays(progress.startsOn, after);
        const { past, daysLeft } = roundPace({ ...progress, today, deadline });
        expect(past.length % 7).toBe(0);
        expect(past.length).toBeLessThanOrEqual(28);
        expect(past.every(({ day }) => day >= progress.startsOn && day < today && day <= deadline)).toBe(
          true,
        );
        expect(daysLeft > 0).toBe(today <= deadline);
      }),
    );
  });
});

describe('the forecast of a round', () => {
  it('says where the deadline will find it, when it will be done, and that it is open', () => {
    expect(paceForecast(progress, steady)).toEqual({
      state: 'forecast',
      days: 14,
      atDeadline: { expected: 200, lower: 190, upper: 200 },
      finish: { earliest: '2026-11-24', expected: '2026-11-25', latest: undefined },
      verdict: 'open',
    });
  });

  it('is on track where even the slow end is done in time, behind where not even the fast end is', () => {
    expect(paceForecast({ ...progress, eligible: 150 }, steady)).toMatchObject({ verdict: 'onTrack' });
    expect(paceForecast({ ...progress, eligible: 900 }, steady)).toMatchObject({ verdict: 'behind' });
  });

  it('says nothing before a whole week has passed, after the deadline, or when nothing is left', () => {
    expect(paceForecast({ ...progress, today: '2026-11-08' }, steady)).toEqual({
      state: 'tooEarly',
      daysSoFar: 6,
      daysNeeded: 7,
    });
    expect(paceForecast({ ...progress, today: '2026-11-26' }, steady)).toEqual({ state: 'over' });
    expect(paceForecast({ ...progress, settled: 200 }, steady)).toEqual({ state: 'done' });
  });

  it('never promises fewer than are settled nor more than there are', () => {
    const wild: Forecaster = ({ ahead }) => ahead.map(() => ({ expected: 1, lower: -9, upper: 9_999 }));
    expect(paceForecast(progress, wild)).toMatchObject({
      atDeadline: { expected: 105, lower: 105, upper: 200 },
    });
  });

  it('day by day ends where the forecast says the deadline will find the round, and never leaves what is possible', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 25 }), (settled, after) => {
        const moved = {
          ...progress,
          settled,
          today: addDays(progress.startsOn, after),
          settledOn: new Map(),
        };
        const curve = paceCurve(moved, steady);
        const forecast = paceForecast(moved, steady);
        if (forecast.state !== 'forecast') {
          expect(curve).toEqual([]);
          return;
        }
        expect(curve.at(-1)).toEqual({ day: progress.deadline, ...forecast.atDeadline });
        for (const { lower, expected, upper } of curve) {
          expect(settled <= lower && lower <= expected && expected <= upper && upper <= 200).toBe(true);
        }
      }),
    );
  });
});
