import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomes, type Outcome } from '../vocabulary.ts';
import { standingOf, type VisitFact } from './final-outcome.ts';

const visit = (outcome: Outcome, day: string, id = `${day}-${outcome}`): VisitFact => ({
  id,
  outcome,
  occurredAt: `${day}T10:00:00.000Z`,
  receivedAt: `${day}T11:00:00.000Z`,
  personId: 'li',
});

const anyVisits = fc
  .uniqueArray(
    fc.record({
      id: fc.uuid(),
      outcome: fc.constantFrom(...outcomes),
      teamId: fc.constantFrom('one', 'two', null),
      occurredAt: fc.date({ min: new Date('2026-11-01'), max: new Date('2026-11-05'), noInvalidDate: true }),
      receivedAt: fc.date({ min: new Date('2026-11-05'), max: new Date('2026-11-06'), noInvalidDate: true }),
    }),
    { selector: (one) => one.id, maxLength: 8 },
  )
  .map((list): VisitFact[] =>
    list.map((one) => ({
      ...one,
      occurredAt: one.occurredAt.toISOString(),
      receivedAt: one.receivedAt.toISOString(),
      personId: 'li',
    })),
  );

describe('the standing of a household', () => {
  it('does not depend on the order in which its visits arrive', () => {
    fc.assert(
      fc.property(anyVisits, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (visits, keys) => {
        const shuffled = visits
          .map((one, index) => ({ one, key: keys[index] ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(standingOf(shuffled, 3)).toEqual(standingOf(visits, 3));
      }),
    );
  });

  it('keeps a completed response whatever comes later', () => {
    fc.assert(
      fc.property(anyVisits, (visits) => {
        expect(standingOf([visit('completed', '2026-10-01'), ...visits], 3).outcome).toBe('completed');
      }),
    );
  });

  it('keeps a hard refusal through a later "nobody home", but not through a change of mind', () => {
    const refused = visit('refusedHard', '2026-11-01');
    expect(standingOf([refused, visit('notHome', '2026-11-02')], 3).outcome).toBe('refusedHard');
    expect(standingOf([refused, visit('completed', '2026-11-02')], 3).outcome).toBe('completed');
  });

  it('is the latest by occurrence otherwise', () => {
    expect(standingOf([visit('appointment', '2026-11-02'), visit('notHome', '2026-11-01')], 3).outcome).toBe(
      'appointment',
    );
  });

  it('is settled for an empty home only after the wanted attempts on as many days', () => {
    const twice = [
      visit('notHome', '2026-11-01', 'a'),
      visit('notHome', '2026-11-01', 'b'),
      visit('noAccess', '2026-11-02'),
    ];
    expect(standingOf(twice, 3)).toMatchObject({ settled: false, attempts: 3 });
    expect(standingOf([...twice, visit('notHome', '2026-11-03')], 3)).toMatchObject({
      settled: true,
      attempts: 4,
    });
  });

  it('leaves one conversion attempt after a refusal', () => {
    const refused = visit('refused', '2026-11-01');
    expect(standingOf([refused], 3).settled).toBe(false);
    expect(standingOf([refused, visit('refused', '2026-11-09')], 3).settled).toBe(true);
  });

  it('counts two teams at the door on one day once, as an attempt and as a refusal', () => {
    const first = { ...visit('refused', '2026-11-01', 'a'), teamId: 'one' };
    const other = { ...visit('refused', '2026-11-01', 'b'), teamId: 'two' };
    expect(standingOf([other, first], 3)).toMatchObject({ settled: false, attempts: 1 });
    const later = { ...visit('refused', '2026-11-09'), teamId: 'two' };
    expect(standingOf([first, other, later], 3)).toMatchObject({ settled: true, attempts: 2 });
  });

  it('is open before the first visit', () => {
    expect(standingOf([], 3)).toEqual({ outcome: null, settled: false, attempts: 0, latest: null });
  });
});
