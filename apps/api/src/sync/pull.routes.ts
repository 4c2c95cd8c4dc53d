import type { Transaction } from '@huhudao/db';
import { dayOf } from '@huhudao/domain';
import { Problem, pull, pullVersion, type PullResponse } from '@huhudao/protocol';
import type { Deps } from '../http/deps.ts';
import { holdsIn, reportsIn, visitsIn } from '../http/gate.ts';
import type { Identity } from '../http/identity.ts';
import { route } from '../http/route.ts';
import { readCursor, writeCursor } from './pull-cursor.ts';
import { presentAssignment, presentRound, presentStairwell, presentTeam } from './pull.present.ts';
import { listAssignments } from './pull-assignments.queries.ts';
import { listIssues } from './pull-issues.queries.ts';
import { listOwnNotices } from './pull-notices.queries.ts';
import { listParallelVisits } from './pull-parallel.queries.ts';
import { readPlanning } from './pull-planning.ts';
import { listBusy, listPlans } from './pull-plans.queries.ts';
import * as queries from './pull.queries.ts';
import { findVersion } from './versions.queries.ts';

type Asking = queries.Puller & { reportsIn: readonly string[] };

async function readLists(
  tx: Transaction,
  streetId: string,
  scope: queries.PullScope,
  puller: Asking,
  since: number,
) {
  const { today, reportsIn: reporting } = puller;
  const [
    rounds,
    teams,
    stairwells,
    households,
    assignments,
    plans,
    busy,
    revisits,
    issues,
    parallel,
    notices,
  ] = await Promise.all([
    queries.listRounds(tx, streetId, scope),
    queries.listTeams(tx, streetId, scope),
    queries.listStairwells(tx, streetId, scope),
    queries.listHouseholds(tx, streetId, scope, since),
    listAssignments(tx, streetId, scope, since),
    listPlans(tx, streetId, scope, since, today),
    listBusy(tx, streetId, scope, since, today),
    queries.listRevisits(tx, streetId, scope, since),
    listIssues(tx, streetId, { ...scope, reportsIn: reporting }, since),
    listParallelVisits(tx, streetId, puller, since),
    listOwnNotices(tx, streetId, puller.personId),
  ]);
  return {
    rounds,
    teams: teams.map((team) => presentTeam(team, scope)),
    stairwells: stairwells.map((stairwell) => presentStairwell(stairwell, scope)),
    households,
    assignments: assignments.map(presentAssignment),
    plans,
    busy,
    revisits,
    issues,
    parallelVisits: parallel.map(({ id }) => id),
    notices,
  };
}

/** Everything in one snapshot: what the cursor's number includes is exactly what was read. */
async function readChanges(
  deps: Deps,
  streetId: string,
  identity: Identity,
  cursor: string | undefined,
): Promise<PullResponse> {
  const serverTime = deps.now().toISOString();
  const puller = {
    personId: identity.personId,
    visitsIn: visitsIn(identity, deps.areas, streetId),
    today: dayOf(serverTime),
  };
  return deps.sql.begin('isolation level repeatable read read only', async (tx) => {
    const [head] = await queries.readHead(tx, streetId);
    const [scope] = await queries.findScope(tx, streetId, puller);
    if (head === undefined || scope === undefined) throw new Problem('notFound');
    const { today } = puller;
    const { since, plannedOn } = readCursor(cursor, scope);
    const lists = await readLists(
      tx,
      streetId,
      scope,
      { ...puller, reportsIn: reportsIn(identity, deps.areas, streetId) },
      since,
    );
    const { stairwells, teams } = lists;
    const mayPlan = plannedOn !== today && holdsIn(identity, 'plans.make', deps.areas, streetId);
    const planning = mayPlan ? await readPlanning(tx, streetId, { scope, stairwells, teams, today }) : null;
    return {
      cursor: writeCursor(head.changeNumber, scope, planning?.day ?? plannedOn),
      reset: since === 0,
      epoch: head.epoch,
      serverTime,
      ...lists,
      rounds: lists.rounds.map((round) => presentRound(deps, round, scope, identity.deviceId)),
      planning,
    };
  }) as Promise<PullResponse>;
}

export const pullRoutes = [
  route(pull, async ({ deps, identity, query }) => readChanges(deps, query.streetId, identity, query.since)),

  route(pullVersion, async ({ deps, params }) => {
    const [version] = await findVersion(deps.sql, params.hash);
    if (version === undefined) throw new Problem('notFound');
    return version;
  }),
];
