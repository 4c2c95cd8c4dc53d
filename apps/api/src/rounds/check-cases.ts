import { must } from '@huhudao/domain';
import { Problem, type HotlineCase } from '@huhudao/protocol';
import type { StreetTx } from '../http/transaction.ts';
import { countCases, countDoors } from './cases.queries.ts';
import type { LockedRound, RoundWrite } from './rounds.queries.ts';

type Draft = Pick<RoundWrite, 'purpose' | 'questionnaireHash'> & {
  scope: { communityIds: readonly string[]; parts?: unknown };
  cases?: readonly HotlineCase[] | undefined;
};

/**
 * A hotline round goes to the doors of its cases and asks nothing: rates and anonymous answers are known by round and
 * community, and these would be those of the few that complained.
 * @throws Problem roundPurposeWrong, hotlineAsksNothing, caseDoorsGone
 */
export async function checkCases(tx: StreetTx, draft: Draft): Promise<void> {
  const { purpose, questionnaireHash, scope, cases = [] } = draft;
  if (purpose !== 'hotline') {
    if (cases.length > 0) throw new Problem('roundPurposeWrong');
    return;
  }
  if (questionnaireHash !== null) throw new Problem('hotlineAsksNothing');
  if (scope.parts !== undefined) throw new Problem('roundPurposeWrong');
  const doors = new Set(cases.flatMap(({ householdId }) => householdId ?? []));
  const [known] = await countDoors(tx.sql, tx.streetId, [...doors], scope.communityIds);
  const gone = doors.size - must(known, 'the count').count;
  if (gone > 0) throw new Problem('caseDoorsGone', { count: gone });
}

/** How much of a round's list has its door. */
export async function readCaseCounts(tx: StreetTx, { id, scope }: LockedRound) {
  const [counts] = await countCases(tx.sql, tx.streetId, id, scope.communityIds);
  return must(counts, 'the counts');
}
