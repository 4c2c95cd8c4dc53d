import { Button } from 'antd';
import type { ReactElement } from 'react';
import {
  listExtensions,
  listRounds,
  readPace,
  readRound,
  undoExtension,
  type RoundView,
} from '@huhudao/protocol';
import { formatShortDay, useLocale } from '@huhudao/ui';
import { useRead, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';
import { useNotify } from '../../parts/notify.ts';

type Props = { round: RoundView; streetId: string };

/** When and why the deadline was put off so far; the latest can be taken back. */
export function ExtensionList({ round, streetId }: Props): ReactElement | null {
  const t = useTexts();
  const format = useFormat();
  const { locale } = useLocale();
  const notify = useNotify();
  const params = { areaId: streetId, roundId: round.id };
  const extensions = useRead(listExtensions, { params }).data ?? [];
  const undo = useWrite(undoExtension, [readRound, listRounds, readPace, listExtensions]);
  const latest = extensions.find(({ undoneAt }) => undoneAt === null);
  if (extensions.length === 0) return null;
  const day = (one: string): string => formatShortDay(one, locale);
  return (
    <section>
      <h2>{t('monitor.extensions')}</h2>
      <ul className="round-effects">
        {extensions.map((one) => (
          <li key={one.id}>
            {day(one.from)} → {day(one.to)} · {one.reason} · {one.byName} {format.moment(one.extendedAt)}{' '}
            {one.undoneAt === null ? null : t('monitor.takenBack')}
            {one.id === latest?.id ? (
              <Button
                type="link"
                size="small"
                loading={undo.isPending}
                onClick={() =>
                  undo.mutate({ params: { ...params, extensionId: one.id } }, { onError: notify.failed })
                }
              >
                {t('monitor.takeBack')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
