import { newId } from '@huhudao/protocol';
import type { Announce } from '../http/announce.ts';
import * as queries from './notices.queries.ts';

/** Writes a notice for each team and one for the offices; whoever did it is not told. Nobody is told twice of one thing. */
export const announce: Announce = async (tx, { kind, roundId = null, teamIds, offices, facts }) => {
  const { sql, streetId, at, actor } = tx;
  const by = { at, personId: actor.personId };
  let told = 0;
  for (const teamId of new Set(teamIds)) {
    const id = newId();
    await queries.insertNotice(sql, streetId, { id, kind, roundId, teamId, facts }, by);
    told += (await queries.insertTeamRecipients(sql, streetId, id, teamId, actor.personId)).count;
  }
  if (offices === undefined || roundId === null) return told;
  const id = newId();
  await queries.insertNotice(sql, streetId, { id, kind, roundId, teamId: null, facts }, by);
  const people = await queries.insertOfficeRecipients(sql, streetId, id, roundId, actor.personId);
  return told + people.count;
};
