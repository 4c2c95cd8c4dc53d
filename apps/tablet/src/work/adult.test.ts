import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutationPayloads, newId } from '@huhudao/protocol';
import { shortForm, visitForm } from '@huhudao/questionnaire';
import { compile } from '@huhudao/questionnaire/survey';
import type { CountedAdults } from '../local/work.types.ts';
import { someHousehold, someRound, someStairwell } from '../testing/street.ts';
import { kishAdult, mostAdults } from './adult.ts';
import { newDraft } from './draft.ts';
import { finishVisit } from './finish-visit.ts';
import { mayUseOwnDevice } from './own-device.ts';

const roundId = newId();
const door = () => ({ roundId, householdId: newId() });
const anyCount = fc
  .tuple(fc.integer({ min: 0, max: mostAdults }), fc.integer({ min: 0, max: mostAdults }))
  .filter(([men, women]) => men + women >= 1);

describe('the adult of the Kish grid', () => {
  it('is somebody who is there, and always the same one of a household', () => {
    fc.assert(
      fc.property(anyCount, ([men, women]) => {
        const at = door();
        const chosen = kishAdult(at, { all: men + women, men });
        expect(chosen).toBeDefined();
        expect(chosen?.of).toBe(chosen?.sex === 'man' ? men : women);
        expect(chosen?.place).toBeGreaterThanOrEqual(1);
        expect(chosen?.place).toBeLessThanOrEqual(chosen?.of ?? 0);
        expect(kishAdult(at, { all: men + women, men })).toEqual(chosen);
      }),
    );
  });

  it('is nobody where nobody may answer', () => {
    expect(kishAdult(door(), { all: 0, men: 0 })).toBeUndefined();
  });

  it('is each of four adults in a quarter of the households', () => {
    const counts = new Map<string, number>();
    const households = 8000;
    for (let index = 0; index < households; index += 1) {
      const chosen = kishAdult({ roundId, householdId: `household ${index}` }, { all: 4, men: 2 });
      const name = `${chosen?.sex} ${chosen?.place}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect([...counts.keys()].toSorted()).toEqual(['man 1', 'man 2', 'woman 1', 'woman 2']);
    // Five standard deviations of a binomial count.
    const far = 5 * Math.sqrt(households * 0.25 * 0.75);
    for (const count of counts.values()) expect(Math.abs(count - households / 4)).toBeLessThan(far);
  });
});

describe('of how many the adult was chosen', () => {
  const adultRule = { by: 'kish', youngest: 18, oldest: 65, monthsResident: 6 } as const;
  const stairwell = someStairwell();
  const household = someHousehold(stairwell);
  const forms = { form: compile(visitForm, 'visitForm'), questionnaire: compile(shortForm, 'questionnaire') };

  function finished(identityMode: 'anonymous' | 'confidential', adults?: CountedAdults, asks = true) {
    const round = someRound(asks ? { adults: adultRule } : {});
    const at = { streetId: newId(), roundId: round.id, stairwellId: stairwell.id, householdId: household.id };
    const fresh = newDraft(at, round, household, '2026-11-20T10:50:00.000Z');
    const questionnaire = { hash: 'a'.repeat(64), answers: {}, page: null, question: null };
    const answered = { answering: 'finished', completionMode: 'handedOver' } as const;
    const draft = { ...fresh, ...answered, questionnaire, identityMode };
    const consentedAt = '2026-11-20T10:52:00.000Z';
    const counted = adults === undefined ? {} : { adults };
    return finishVisit({ ...draft, consentedAt, ...counted }, forms, Date.parse('2026-11-20T11:00:00.000Z'));
  }

  it('goes with linked and anonymous answers alike; more than four count as four', () => {
    const linked = finished('confidential', { all: 3, men: 1 }).work.mutations[1];
    expect(mutationPayloads.recordResponse.parse(linked?.payload).eligibleAdults).toBe(3);
    expect(finished('anonymous', { all: 6, men: 2 }).work.anonymous?.eligibleAdults).toBe(4);
  });

  it('is never in the visit, which names the door, and nowhere where the round chooses nobody', () => {
    const [visit] = finished('anonymous', { all: 3, men: 1 }).work.mutations;
    expect(visit?.payload).not.toHaveProperty('eligibleAdults');
    expect(JSON.stringify(visit?.payload)).not.toContain('adults');
    expect(finished('anonymous', { all: 3, men: 1 }, false).work.anonymous).not.toHaveProperty(
      'eligibleAdults',
    );
  });

  it('is not asked of a phone: such a round is answered on the tablet', () => {
    const round = someRound({ adults: adultRule });
    const at = { streetId: newId(), roundId: round.id, stairwellId: stairwell.id, householdId: household.id };
    expect(mayUseOwnDevice(newDraft(at, round, household, '2026-11-20T10:50:00.000Z'))).toBe(false);
  });
});
