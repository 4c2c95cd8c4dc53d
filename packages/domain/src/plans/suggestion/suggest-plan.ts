import { keepAppointments } from './appointments.ts';
import { inOrderOfTime, setUp } from './board.ts';
import { cover } from './cover.ts';
import { leftOverOf } from './left-over.ts';
import { demandOf } from './needs.ts';
import type { SuggestRequest, Suggestion } from './request.ts';
import { stretchesFrom } from './stretches.ts';
import { walk } from './walk.ts';

/**
 * A plan for a round: the next attempt at every open door, as slots of stairwell × day × window × team. Later attempts
 * follow from how these end, by suggesting again.
 *
 * Each community's stairwells are shared out among its teams in stretches of the walking order (off the even share by
 * no more than its largest stairwell, in doors). Appointments are kept first; callbacks then get the times that promise
 * most, first attempts what is left, and teams with time help where somebody's own team has none. A slot is as long as
 * its doors take at the team's pace, lies within one window of the round and one part of the day, and clashes with
 * nothing (`clashesOf`). The same request gives the same plan; nothing in the request is changed.
 *
 * @throws Error where a door's stairwell or the people of a team are missing in the request
 */
export function suggestPlan(request: SuggestRequest): Suggestion {
  const stretches = stretchesFrom(request.round, request.firstDay);
  const demand = demandOf(request, stretches);
  const { covered, agreed } = cover(request, demand);
  const board = setUp(request, stretches, { needs: demand.needs, agreed });
  keepAppointments(board, agreed);
  walk(board);
  return { slots: inOrderOfTime(board.slots), leftOver: leftOverOf(board), covered, closed: demand.closed };
}
