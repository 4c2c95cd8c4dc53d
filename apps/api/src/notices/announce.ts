import { newId } from '@huhudao/protocol';
import type { Announce, Retract } from '../http/announce.ts';
import * as queries from './notices.queries.ts';

/**
 * One notice a cause, and of that one a person: who is in several of the teams, or in a team and an office, is told once,
 * of the team named first. Whoever did it is not told.
 */
export const announce: Announce = async (tx, announcement) => {
  const { sql, streetId, at, actor } = tx;
  const { kind, cause = newId(), roundId = null, place, facts } = announcement;
  const { teamIds, personIds = [], aboutTeamId, offices } = announcement;
  const [stairwellId, householdId] = [place?.stairwellId ?? null, place?.householdId ?? null];
  const notice = { id: newId(), kind, cause, roundId, stairwellId, householdId, facts };
  const { count } = await queries.insertNotice(sql, streetId, notice, { at, personId: actor.personId });
  if (count === 0) return 0;
  const to = { streetId, noticeId: notice.id, exceptId: actor.personId };
  let told = 0;
  for (const teamId of new Set(teamIds))
    told += (await queries.insertTeamRecipients(sql, to, teamId, aboutTeamId ?? teamId)).count;
  if (personIds.length > 0)
    told += (await queries.insertRecipients(sql, to, personIds, aboutTeamId ?? null)).count;
  if (offices !== undefined && roundId !== null)
    told += (await queries.insertOfficeRecipients(sql, to, roundId)).count;
  return told;
};

export const retract: Retract = async ({ sql, streetId }, causes) => {
  if (causes.length > 0) await queries.deleteNotices(sql, streetId, causes);
};
