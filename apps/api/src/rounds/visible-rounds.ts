/** Which rounds somebody sees, and which doors of them: every reading of a round begins here. */
import { dayOf, type Purpose, type Role } from '@huhudao/domain';
import { allows, Problem, type RoundView } from '@huhudao/protocol';
import type { Deps } from '../http/deps.ts';
import { streetOf, type Place, type Scope } from '../http/gate.ts';
import { findOwn, type CoverageReach } from './coverage.queries.ts';
import { presentRound } from './rounds.present.ts';
import { listRounds } from './rounds.queries.ts';

export async function readRounds(
  deps: Deps,
  place: Place & Scope,
  roundId: string | null,
): Promise<RoundView[]> {
  if (place.communityIds.length === 0) return [];
  const unreleased = allows('rounds.drawSample', place.roles);
  const reach = { streetId: streetOf(place), communityIds: place.communityIds, unreleased };
  const rows = await listRounds(deps.sql, reach, roundId);
  return rows.map((row) => presentRound(row, place.communityIds));
}

/** @throws Problem notFound */
export async function readRound(deps: Deps, place: Place & Scope, roundId: string): Promise<RoundView> {
  const [round] = await readRounds(deps, place, roundId);
  if (round === undefined) throw new Problem('notFound');
  return round;
}

const officeRoles: readonly Role[] = ['communityOffice', 'streetOffice', 'districtOffice'];

/**
 * Building heads and team leaders see what they look after; the offices see the whole. The doors of a hotline round are
 * those that complained: only who visits there is told which.
 */
export async function reachOf(
  deps: Deps,
  place: Place & Scope,
  personId: string,
  purpose: Purpose,
): Promise<CoverageReach> {
  const { communityIds } = place;
  if (place.roles.some((role) => officeRoles.includes(role))) return { communityIds, only: null };
  const [own] = await findOwn(deps.sql, streetOf(place), personId, dayOf(deps.now().toISOString()));
  const { stairwellIds = [], teamIds = [] } = own ?? {};
  return { communityIds, only: { stairwellIds: purpose === 'hotline' ? [] : stairwellIds, teamIds } };
}
