/** A stairwell with the number of doors to be visited in it. */
export type StairwellLoad = { stairwellId: string; doors: number };

/**
 * Shares stairwells out among teams: whole stairwells, in walking order, each team a stretch of about the same
 * number of doors. The same input gives the same result.
 */
export function shareOut(
  stairwells: readonly StairwellLoad[],
  teamIds: readonly string[],
): Map<string, string> {
  const result = new Map<string, string>();
  const total = stairwells.reduce((sum, one) => sum + one.doors, 0);
  let before = 0;
  for (const { stairwellId, doors } of stairwells) {
    // The stretch in which the middle of the stairwell falls.
    const middle = before + doors / 2;
    const index =
      total === 0 ? 0 : Math.min(teamIds.length - 1, Math.floor((middle / total) * teamIds.length));
    const teamId = teamIds[index];
    if (teamId !== undefined) result.set(stairwellId, teamId);
    before += doors;
  }
  return result;
}
