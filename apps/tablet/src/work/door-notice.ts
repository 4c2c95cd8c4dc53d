/** The notice of a visit (告知单) as the tablet makes it: to hang up in a stairwell, or to send to its neighbours' group. */
import { dayInWords, noticeWords, type Locale } from '@huhudao/protocol';
import type { PlanBook } from './plan-book.ts';
import type { PlannedVisit } from './plans.ts';
import { statementFor } from './slip.ts';

/** Neither a name nor a room of a resident. `phone`: the community's; empty where it is not known. */
export type DoorNotice = {
  communityName: string;
  place: string;
  day: string;
  from: string;
  until: string;
  team: { name: string; leaderName: string | undefined } | null;
  statement: string | null;
  /** Whether a questionnaire is asked. */
  asks: boolean;
  phone: string;
};

/** `place`: the stairwell as it is written on its wall. Undefined where the plan's stairwell is no longer mine to see. */
export function doorNotice(
  { view: { round }, teams, stairwells }: Pick<PlanBook, 'view' | 'teams' | 'stairwells'>,
  { stairwellId, teamId, day, from, until }: PlannedVisit,
  { place, phone }: { place: string; phone: string },
): DoorNotice | undefined {
  const stairwell = stairwells.get(stairwellId)?.stairwell;
  if (stairwell === undefined) return undefined;
  const team = teams.find(({ id }) => id === teamId);
  const leaderName = team?.members.find(({ id }) => id === team.leaderId)?.name;
  return {
    ...{ communityName: stairwell.communityName, place, day, from, until, phone },
    team: team === undefined ? null : { name: team.name, leaderName },
    statement: statementFor(round),
    asks: round.questionnaireHash !== null,
  };
}

/** Who comes, in a line. */
export function visitorsOf({ team }: DoorNotice, locale: Locale): string | null {
  if (team === null) return null;
  const { name, leaderName } = team;
  return leaderName === undefined ? name : `${name}　${noticeWords[locale].leader} ${leaderName}`;
}

export const timeOf = ({ day, from, until }: DoorNotice, locale: Locale): string =>
  `${dayInWords(day, locale)} ${from}–${until}`;

/** The notice as a message. */
export function noticeMessage(notice: DoorNotice, locale: Locale): string {
  const words = noticeWords[locale];
  const between = locale === 'zh-CN' ? '：' : ': ';
  const line = (label: string, said: string | null) =>
    said === null || said === '' ? [] : [`${label}${between}${said}`];
  return [
    `${words.title}${between}${notice.place}`,
    words.hello,
    words.comes(notice.communityName),
    ...line(words.when, timeOf(notice, locale)),
    ...line(words.who, visitorsOf(notice, locale)),
    ...(notice.statement === null ? [] : [notice.statement]),
    words.asked[notice.asks ? 'questions' : 'talk'],
    words.free,
    ...line(words.phone, notice.phone),
    words.askThere,
  ].join('\n');
}
