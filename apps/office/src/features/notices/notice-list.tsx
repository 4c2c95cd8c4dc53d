import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { NoticeView } from '@huhudao/protocol';
import { formatShortDay, useLocale } from '@huhudao/ui';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';

type Props = { items: readonly NoticeView[]; onRead: (id: string) => void; onLeave: () => void };

/** One's notices, the latest first; what is unread says so in a word. */
export function NoticeList({ items, onRead, onLeave }: Props): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const sentence = useNoticeSentence();
  return (
    <ul className="notice-list">
      {items.map((notice) => (
        <li key={notice.id} data-unread={notice.readAt === null}>
          <div className="row small muted">
            {notice.readAt === null ? <strong>{t('notice.new')}</strong> : null}
            {format.moment(notice.madeAt)}
            {notice.teamName === null ? null : <span>{notice.teamName}</span>}
          </div>
          <p>{sentence(notice)}</p>
          <div className="row">
            {notice.roundId === null ? null : (
              <Link to="/rounds/$roundId" params={{ roundId: notice.roundId }} onClick={onLeave}>
                {t('notice.toRound')}
              </Link>
            )}
            {notice.readAt === null ? (
              <Button type="link" size="small" onClick={() => onRead(notice.id)}>
                {t('notice.read')}
              </Button>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What a notice says, in the language on screen. */
function useNoticeSentence(): (notice: NoticeView) => string {
  const t = useTexts();
  const { locale } = useLocale();
  const day = (one: string | undefined): string => (one === undefined ? '—' : formatShortDay(one, locale));
  const nameOf = ({ room, ...stairwell }: NonNullable<NoticeView['place']>): string =>
    room === null ? t('notice.stairwell', stairwell) : t('notice.door', { ...stairwell, room });
  return ({ kind, facts, roundName, teamName, place }) => {
    const { cause = 'doorsLeft', window } = facts;
    const hours = window === undefined ? '' : `${window.from}–${window.until}`;
    const said = {
      round: roundName ?? '—',
      team: teamName ?? '—',
      place: place === null ? '—' : nameOf(place),
      hours,
      when: `${day(facts.day)} ${hours}`,
      ...{ from: day(facts.from), to: day(facts.to), deadline: day(facts.deadline) },
    };
    return kind === 'reminder' ? t(`notice.cause.${cause}`, said) : t(`notice.kind.${kind}`, said);
  };
}
