import { must } from '../../must.ts';
import type { TimeWindow } from '../slots.ts';
import { isVisitable } from '../slots.ts';
import { lay, type Board } from './board.ts';
import { fillSlot, settle, type Filling } from './fill-slot.ts';
import type { Agreed } from './needs.ts';
import { reasonsOf } from './reasons.ts';
import type { LeftOverReason, SlotReason, SuggestedTeam } from './request.ts';
import { meet, spanOf, type Span } from './stretches.ts';

type Meeting = { stairwellId: string; day: string; window: TimeWindow; householdIds: string[] };

/**
 * Gives every appointment its slot, before anything else is planned: appointments of one stairwell that overlap make
 * one slot. The team of the stretch goes, or else the first of the community that is free. Other doors of the stairwell
 * fill the time, where it lies in a window of the round.
 */
export function keepAppointments(board: Board, agreed: readonly Agreed[]): void {
  const { round } = board.request;
  for (const meeting of meetingsOf(agreed)) {
    const { day, window } = meeting;
    const outside = day < round.startsOn || day > round.deadline || !isVisitable(window);
    const refusal = outside ? 'appointmentOutside' : keep(board, meeting);
    if (refusal !== undefined) leave(board, meeting, refusal);
  }
}

function leave(board: Board, { householdIds, stairwellId }: Meeting, reason: LeftOverReason): void {
  board.leftOver.push(...householdIds.map((householdId) => ({ householdId, stairwellId, reason })));
}

function keep(board: Board, meeting: Meeting): LeftOverReason | undefined {
  const { stairwellId, day, window, householdIds } = meeting;
  const stairwell = must(board.stairwells.get(stairwellId), 'the stairwell of the appointment');
  const span = spanOf(window);
  const candidates = candidatesFor(board, stairwellId, stairwell.communityId);
  if (candidates.length === 0) return 'noTeam';
  const team = candidates.find(
    ({ id }) =>
      board.diary.isFree(id, day, span) && board.diary.mayEnter(stairwellId, day, id, board.request.round.id),
  );
  if (team === undefined) return 'noTime';
  const { filling, reasons } = fillRest(board, meeting, team, span);
  settle(filling);
  lay(board, {
    team,
    stairwell,
    day,
    ...span,
    householdIds: [...householdIds, ...filling.taken.flatMap((one) => one.householdIds)],
    appointmentIds: householdIds,
    reasons: [{ code: 'appointment', doors: householdIds.length }, ...reasons],
  });
  return undefined;
}

function candidatesFor(board: Board, stairwellId: string, communityId: string): SuggestedTeam[] {
  const owner = board.owners.get(stairwellId);
  const teams = board.request.teams.filter((team) => team.communityId === communityId);
  return [...teams.filter(({ id }) => id === owner), ...teams.filter(({ id }) => id !== owner)];
}

function fillRest(
  board: Board,
  { stairwellId, day, householdIds }: Meeting,
  team: SuggestedTeam,
  span: Span,
): { filling: Filling; reasons: SlotReason[] } {
  const around = board.stretches.find(
    (stretch) => stretch.day === day && stretch.start <= span.start && span.end <= stretch.end,
  );
  if (around === undefined) return { filling: { taken: [], doors: 0, end: span.end }, reasons: [] };
  // The slot lasts as long as was agreed, so that doors which are quiet at any moment of it stay out.
  const needs = (board.needs.get(stairwellId) ?? []).filter(
    ({ quiet }) => !quiet.some((one) => meet(one, span)),
  );
  const people = must(board.request.people.get(team.id), 'the people of the team');
  const { doorsPerHour } = team;
  const filling = fillSlot(
    needs,
    { ...span, day, cell: around.cell, doorsPerHour, people },
    householdIds.length,
  );
  const stairwell = must(board.stairwells.get(stairwellId), 'the stairwell of the appointment');
  return { filling, reasons: reasonsOf(filling, around.cell, stairwell, board.request.contacts) };
}

function meetingsOf(agreed: readonly Agreed[]): Meeting[] {
  const ordered = agreed.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const meetings: Meeting[] = [];
  const latest = new Map<string, Meeting>();
  for (const { householdId, stairwellId, appointment } of ordered) {
    const { day, from, until } = appointment;
    const before = latest.get(`${stairwellId} ${day}`);
    if (before !== undefined && from < before.window.until) {
      before.householdIds.push(householdId);
      if (until > before.window.until) before.window = { from: before.window.from, until };
    } else {
      const meeting = { stairwellId, day, window: { from, until }, householdIds: [householdId] };
      latest.set(`${stairwellId} ${day}`, meeting);
      meetings.push(meeting);
    }
  }
  return meetings;
}

const orderOf = ({ appointment: { day, from }, stairwellId, householdId }: Agreed): string =>
  `${day} ${from} ${stairwellId} ${householdId}`;
