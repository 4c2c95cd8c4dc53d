import { dayOf, stewardRoles, type StewardLevel } from '@huhudao/domain';
import { newId, Problem } from '@huhudao/protocol';
import { streetCommand, type StreetTx } from '../http/transaction.ts';
import * as queries from './stewards.queries.ts';
import { findTerm, findUnits, type Reach, type TermRow } from './units.queries.ts';

/** @throws Problem personUnsuitable unless the person holds a fitting role where every unit lies */
async function expectSuitable(
  { sql, deps }: StreetTx,
  personId: string,
  level: StewardLevel,
  units: readonly { areaId: string }[],
): Promise<void> {
  const granted = await queries.listRoleAreas(sql, personId, stewardRoles[level]);
  const suits = ({ areaId }: { areaId: string }): boolean =>
    granted.some((grant) => deps.areas.isWithin(areaId, grant.areaId));
  if (!units.every(suits)) throw new Problem('personUnsuitable', { personId });
}

/** @throws Problem stewardTaken naming the first unit in which somebody is in office within the span */
async function expectFree(
  { sql, streetId }: StreetTx,
  unitIds: readonly string[],
  span: queries.Span,
  except: string | null,
): Promise<void> {
  const [taken] = await queries.listTaken(sql, streetId, unitIds, span, except);
  if (taken !== undefined) throw new Problem('stewardTaken', taken);
}

/** @throws Problem notFound also where the term’s unit is out of reach */
async function readTerm({ sql }: StreetTx, reach: Reach, termId: string): Promise<TermRow> {
  const [term] = await findTerm(sql, reach, termId);
  if (term === undefined) throw new Problem('notFound');
  return term;
}

const isOver = ({ endsOn }: TermRow, today: string): boolean => endsOn !== null && endsOn <= today;

export type AppointInput = {
  personId: string;
  level: StewardLevel;
  unitIds: readonly string[];
  startsOn: string;
  phone: string | null;
  reach: Reach;
};

/** @throws Problem notFound, personUnsuitable, stewardTaken; then nothing is written for any of the units */
export const appointSteward = streetCommand({
  action: 'steward.appointed',
  subject: ({ personId, level, unitIds }: AppointInput) => ({ personId, level, unitIds }),
  run: async (tx, { personId, level, unitIds, startsOn, phone, reach }) => {
    const units = await findUnits(tx.sql, reach, level, unitIds);
    if (units.length < unitIds.length) throw new Problem('notFound');
    await expectSuitable(tx, personId, level, units);
    await expectFree(tx, unitIds, { startsOn, endsOn: null }, null);
    const terms = unitIds.map((unitId) => ({ id: newId(), unitId }));
    await queries.insertTerms(tx.sql, tx.streetId, { level, terms, personId, startsOn, phone });
  },
});

export type HandOverInput = {
  termId: string;
  personId: string;
  startsOn: string;
  phone: string | null;
  reach: Reach;
};

/**
 * The day of handing over is the last of one term and the first of the next, so that nobody is missing.
 * @throws Problem notFound, termOver, termBackwards, personUnsuitable, stewardTaken
 */
export const handOverSteward = streetCommand({
  action: 'steward.handedOver',
  subject: ({ termId, personId }: HandOverInput, { successorId }: { successorId: string }) => ({
    termId,
    successorId,
    personId,
  }),
  run: async (tx, { termId, personId, startsOn, phone, reach }) => {
    const [term, today] = [await readTerm(tx, reach, termId), dayOf(tx.at)];
    if (isOver(term, today)) throw new Problem('termOver');
    if (startsOn < term.startsOn) throw new Problem('termBackwards');
    if (personId === term.personId) throw new Problem('personUnsuitable', { personId });
    await expectSuitable(tx, personId, term.level, [term]);
    await expectFree(tx, [term.unitId], { startsOn, endsOn: null }, termId);
    await queries.updateEnd(tx.sql, tx.streetId, termId, startsOn, today);
    const successor = { id: newId(), unitId: term.unitId };
    const { level } = term;
    await queries.insertTerms(tx.sql, tx.streetId, { level, terms: [successor], personId, startsOn, phone });
    return { successorId: successor.id };
  },
});

type Ended = { unitId: string; personId: string };
export type EndInput = { termId: string; endsOn: string | undefined; reach: Reach };

/**
 * On the last day the building head still sees the stairwell, and somebody else may begin. A term that has not begun
 * ends, where no day is named, on the day it would have begun.
 * @throws Problem notFound, termOver, termBackwards, stewardTaken where a successor begins earlier
 */
export const endStewardTerm = streetCommand({
  action: 'steward.ended',
  subject: ({ termId }: EndInput, { unitId, personId }: Ended) => ({ termId, unitId, personId }),
  run: async (tx, { termId, endsOn: named, reach }): Promise<Ended> => {
    const [term, today] = [await readTerm(tx, reach, termId), dayOf(tx.at)];
    if (isOver(term, today)) throw new Problem('termOver');
    const { unitId, personId, startsOn } = term;
    const endsOn = named ?? (startsOn > today ? startsOn : today);
    if (endsOn < startsOn) throw new Problem('termBackwards');
    await expectFree(tx, [unitId], { startsOn, endsOn }, termId);
    await queries.updateEnd(tx.sql, tx.streetId, termId, endsOn, today);
    return { unitId, personId };
  },
});

export type TermInput = { termId: string; reach: Reach };

/**
 * Takes a wrong end back. The published number is not: it was erased with the end.
 * @throws Problem notFound, termRunning, personUnsuitable, stewardTaken where somebody has followed
 */
export const resumeStewardTerm = streetCommand({
  action: 'steward.resumed',
  subject: ({ termId }: TermInput, { unitId, personId }: Ended) => ({ termId, unitId, personId }),
  run: async (tx, { termId, reach }): Promise<Ended> => {
    const term = await readTerm(tx, reach, termId);
    const { unitId, personId, startsOn } = term;
    if (term.endsOn === null) throw new Problem('termRunning');
    await expectSuitable(tx, personId, term.level, [term]);
    await expectFree(tx, [unitId], { startsOn, endsOn: null }, termId);
    await queries.updateEnd(tx.sql, tx.streetId, termId, null, dayOf(tx.at));
    return { unitId, personId };
  },
});

export type PhoneInput = TermInput & { phone: string | null };

/** The audit says that it was changed, not to what. @throws Problem notFound, termOver */
export const changeStewardPhone = streetCommand({
  action: 'steward.phoneChanged',
  subject: ({ termId, phone }: PhoneInput) => ({ termId, published: phone !== null }),
  run: async (tx, { termId, phone, reach }) => {
    if (isOver(await readTerm(tx, reach, termId), dayOf(tx.at))) throw new Problem('termOver');
    await queries.updatePhone(tx.sql, tx.streetId, termId, phone);
  },
});
