import { addDays, concernsEverybody, dayOf, must } from '@huhudao/domain';
import { longestAppointmentLink, makeAppointmentLink, printDoorNotices, Problem } from '@huhudao/protocol';
import { printDoorNotices as print, type NoticeSheet } from '../documents/door-notice/door-notice.ts';
import { appointmentKey } from '../http/appointment-keys.ts';
import type { Deps } from '../http/deps.ts';
import { streetOf } from '../http/gate.ts';
import { route } from '../http/route.ts';
import * as queries from './door-notices.queries.ts';

type Printing = {
  deps: Deps;
  streetId: string;
  roundId: string;
  round: queries.RoundRow;
  today: string;
  origin: string;
};

export const doorNoticeRoutes = [
  route(printDoorNotices, async ({ deps, params: { roundId, placeId }, query, context, ...place }) => {
    const streetId = streetOf(place);
    const today = dayOf(deps.now().toISOString());
    const [round] = await queries.findRound(deps.sql, streetId, roundId);
    if (round === undefined) throw new Problem('notFound');
    if (round.state !== 'open') throw new Problem('roundNotOpen');
    const { communityIds, area } = place;
    const gridId = area.kind === 'grid' ? area.id : null;
    const where = { placeId, roundId, communityIds, gridId, today };
    const stairwells = await queries.listStairwells(deps.sql, streetId, where);
    const [first] = stairwells;
    if (first === undefined) throw new Problem('notFound');
    const origin = deps.env.PUBLIC_URL ?? new URL(context.req.url).origin;
    const sheets = await sheetsOf({ deps, streetId, roundId, round, today, origin }, stairwells, query.each);
    if (sheets.length === 0) throw new Problem('noDoorsLeft');
    const [contact] = await queries.findContact(deps.sql, streetId, first.communityId);
    const bytes = await print({
      ...query,
      communityName: first.communityName,
      round,
      statement: concernsEverybody(round.purpose) ? round.statement.trim() : null,
      contact: contact ?? { phone: '', address: '', hours: '' },
      printedOn: today,
      sheets,
    });
    const named = placeId === first.buildingId ? first.buildingPlace : first.place;
    return { name: `告知单 ${named} ${query.paper.toUpperCase()}.pdf`, type: 'application/pdf', bytes };
  }),
];

/** A sheet for every door that is left, or one for every stairwell that has some. */
async function sheetsOf(
  printing: Printing,
  stairwells: readonly queries.StairwellRow[],
  each: 'door' | 'stairwell',
): Promise<NoticeSheet[]> {
  const { deps, streetId, roundId } = printing;
  const ids = stairwells.map((one) => one.stairwellId);
  const doors = await queries.listDoors(deps.sql, streetId, roundId, ids);
  const byStairwell = Map.groupBy(doors, (door) => door.stairwellId);
  const left = stairwells.filter(({ stairwellId }) => byStairwell.has(stairwellId));
  if (each === 'stairwell') return left.map((stairwell) => ({ ...commonOf(stairwell), link: null }));
  return Promise.all(
    left.flatMap((stairwell) => {
      const common = commonOf(stairwell);
      return must(byStairwell.get(stairwell.stairwellId), 'its doors').map(async (door) => ({
        ...common,
        place: `${common.place} ${door.room}`,
        link: await linkOf(printing, door.householdId),
      }));
    }),
  );
}

function commonOf({ place, planned, teamName, leaderName, headName }: queries.StairwellRow) {
  const team = teamName === null || leaderName === null ? null : { name: teamName, leaderName };
  return { place, planned, team, headName };
}

function linkOf({ deps, streetId, roundId, round, today, origin }: Printing, householdId: string) {
  const latest = addDays(today, longestAppointmentLink);
  const expiresOn = round.deadline < latest ? round.deadline : latest;
  const door = { streetId, roundId, householdId, maker: streetId, expiresOn };
  return makeAppointmentLink(origin, appointmentKey(deps, roundId, streetId), door);
}
