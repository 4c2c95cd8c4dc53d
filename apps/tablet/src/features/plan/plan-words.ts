import { useTranslation } from 'react-i18next';
import type { Clash, LeftOver, Pace, PlannedSlot, SlotReason } from '@huhudao/domain';
import { formatShortDay, useLocale } from '@huhudao/ui';
import type { PlanBook } from '../../work/plan-book.ts';
import { usePlaceName } from '../door/place-name.ts';

/** Names and sentences of planning. */
export function usePlanWords(book: PlanBook) {
  const place = usePlaceName();
  const team = (id: string) => book.teams.find((one) => one.id === id)?.name ?? '';
  const at = (stairwellId: string): string => {
    const view = book.stairwells.get(stairwellId);
    return view === undefined ? '' : place(view.stairwell);
  };
  return { at, team, clash: useClashWords(book, at, team), reason: useReasonWords(at, team) };
}

type Name = (id: string) => string;

/** What is wrong with a slot, in words; `slot` is the one that is looked at. */
function useClashWords(book: PlanBook, at: Name, team: Name) {
  const { t } = useTranslation(['tablet', 'ui']);
  const { locale } = useLocale();
  const nameOf = (personId: string) =>
    book.teams.flatMap(({ members }) => members).find(({ id }) => id === personId)?.name;
  return (clash: Clash, slot: PlannedSlot): string => {
    switch (clash.kind) {
      case 'teamBusy':
        return t('tablet:plan.clashes.teamBusy', { team: team(clash.teamId) });
      case 'personBusy': {
        const names = clash.personIds.map((id) => nameOf(id) ?? t('tablet:plan.clashes.someone'));
        return t('tablet:plan.clashes.personBusy', { names: names.join(t('ui:common.listSeparator')) });
      }
      case 'stairwellTaken': {
        const other = clash.teamIds.find((id) => id !== slot.teamId) ?? slot.teamId;
        return t('tablet:plan.clashes.stairwellTaken', { place: at(clash.stairwellId), team: team(other) });
      }
      case 'otherRound':
        return t('tablet:plan.clashes.otherRound', { place: at(clash.stairwellId) });
      case 'quietHours':
        return clash.of === 'round'
          ? t('tablet:plan.clashes.quietRound')
          : t('tablet:plan.clashes.quietDoors', { count: clash.householdIds.length });
      case 'outsideRound': {
        const from = formatShortDay(clash.startsOn, locale);
        const until = formatShortDay(clash.deadline, locale);
        return t('tablet:plan.clashes.outsideRound', { from, until });
      }
      case 'outsideWindows':
        return t('tablet:plan.clashes.outsideWindows');
    }
  };
}

function useReasonWords(at: Name, team: Name) {
  const { t } = useTranslation('tablet');
  return (reason: SlotReason): string => {
    switch (reason.code) {
      case 'timeOfDay': {
        const { cell, level, tries, reached } = reason.estimate;
        const [when, where] = [t(`plan.cell.${cell}`), t(`plan.level.${level}`)];
        return t('plan.reason.timeOfDay', { cell: when, where, tries, reached });
      }
      case 'walkingOrder':
        return t('plan.reason.walkingOrder', { place: at(reason.after) });
      case 'helping':
        return t('plan.reason.helping', { team: team(reason.teamId) });
      case 'appointment':
      case 'first':
      case 'again':
      case 'conversion':
      case 'finish':
      case 'missedAppointment':
      case 'emptyWeekdayMornings':
        return t(`plan.reason.${reason.code}`, { count: reason.doors });
    }
  };
}

/** From how many occasions a pace is known. */
export function usePaceWords(): (pace: Pace) => string {
  const { t } = useTranslation('tablet');
  return ({ from, occasions }) => {
    if (from === 'default') return t('plan.paceDefault');
    return from === 'team'
      ? t('plan.paceTeam', { count: occasions })
      : t('plan.paceEveryone', { count: occasions });
  };
}

/** Why doors got no slot: `12 户没有排上：…`. */
export function useLeftOverWords(): (leftOver: readonly LeftOver[]) => string {
  const { t } = useTranslation(['tablet', 'ui']);
  return (leftOver) => {
    const why = [...Map.groupBy(leftOver, ({ reason }) => reason)].map(([reason, doors]) =>
      t(`tablet:plan.why.${reason}`, { count: doors.length }),
    );
    const words = why.join(t('ui:common.listSeparator'));
    return t('tablet:plan.leftOver', { count: leftOver.length, why: words });
  };
}
