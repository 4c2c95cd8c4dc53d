import { useTranslation } from 'react-i18next';
import { noticeKinds, reminderCauses } from '@huhudao/domain';
import { formatShortDay, useLocale } from '@huhudao/ui';
import type { Notice } from '../../local/reference.types.ts';

/** What a notice says, in the language on screen; of a kind this app does not know yet, that there is something new. */
export function useNoticeSentence(): (notice: Notice) => string {
  const { t } = useTranslation('tablet');
  const { locale } = useLocale();
  const day = (one: string | undefined): string => (one === undefined ? '' : formatShortDay(one, locale));
  const nameOf = ({ room, ...stairwell }: NonNullable<Notice['place']>): string =>
    room === null ? t('place.stairwell', stairwell) : t('place.door', { ...stairwell, room });
  return ({ kind, facts, roundName, teamName, place }) => {
    const hours = facts.window === undefined ? '' : `${facts.window.from}–${facts.window.until}`;
    const said = {
      round: roundName ?? '',
      team: teamName ?? '',
      place: place === null ? '' : nameOf(place),
      hours,
      when: `${day(facts.day)} ${hours}`,
      ...{ from: day(facts.from), to: day(facts.to), deadline: day(facts.deadline) },
    };
    const known = noticeKinds.find((one) => one === kind);
    const cause = reminderCauses.find((one) => one === facts.cause);
    if (known === undefined || (known === 'reminder' && cause === undefined)) return t('notices.unknown');
    return known === 'reminder'
      ? t(`notices.cause.${cause ?? 'doorsLeft'}`, said)
      : t(`notices.kind.${known}`, said);
  };
}
