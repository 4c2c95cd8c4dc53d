import { Button } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { addDays } from '@huhudao/domain';
import { listProgressSheets, printProgressSheets, type ProgressSheet } from '@huhudao/protocol';
import { formatShortDay, useLocale } from '@huhudao/ui';
import { may, useArea } from '../../api/areas.ts';
import { useRead, useWrite } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { saveFile } from '../../parts/download.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useNotify } from '../../parts/notify.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { SheetDrawer } from './sheet-drawer.tsx';
import { SheetTable } from './sheet-table.tsx';
import './progress.css';

const route = getRouteApi('/progress');

/** The weekly progress sheets: a community hands its own in, its street sees all of them and takes them as one file. */
export function ProgressPage(): ReactElement {
  const t = useTexts();
  const session = useSession();
  const { tree, area } = useArea();
  if (area.kind === 'district' || area.kind === 'grid' || !may(session, tree, 'progress.read', area.id))
    return <EmptyHint title={t('shell.notFound')} hint={t('shell.notFoundHint')} />;
  return <Week key={area.id} areaId={area.id} />;
}

function Week({ areaId }: { areaId: string }): ReactElement {
  const t = useTexts();
  const { week } = route.useSearch();
  const [opened, setOpened] = useState<Pick<ProgressSheet, 'communityId' | 'roundId'>>();
  const query = week === undefined ? {} : { week };
  const sheets = useRead(listProgressSheets, { params: { areaId }, query });
  return (
    <Loaded of={sheets}>
      {(data) => {
        const sheet = data.sheets.find(
          (one) => one.communityId === opened?.communityId && one.roundId === opened.roundId,
        );
        return (
          <>
            <PageHead title={t('progress.title')} about={t('progress.about')}>
              <Files areaId={areaId} week={data.week} />
            </PageHead>
            <div className="stack">
              <Weeks week={data.week} />
              <SheetTable sheets={data.sheets} onOpen={setOpened} />
            </div>
            {sheet === undefined ? null : (
              <SheetDrawer
                key={`${sheet.communityId} ${sheet.roundId}`}
                sheet={sheet}
                week={data.week}
                onClose={() => setOpened(undefined)}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

/** From week to week, as the address has it. */
function Weeks({ week }: { week: string }): ReactElement {
  const t = useTexts();
  const { locale } = useLocale();
  const navigate = route.useNavigate();
  const go = (days: number): void => void navigate({ search: { week: addDays(week, days) } });
  const from = formatShortDay(addDays(week, -6), locale);
  return (
    <div className="row">
      <Button onClick={() => go(-7)}>{t('progress.weekBefore')}</Button>
      <h2>{t('progress.week', { from, until: formatShortDay(week, locale) })}</h2>
      <Button onClick={() => go(7)}>{t('progress.weekAfter')}</Button>
      <span className="muted small">{t('progress.due', { day: formatShortDay(week, locale) })}</span>
    </div>
  );
}

function Files({ areaId, week }: { areaId: string; week: string }): ReactElement {
  const t = useTexts();
  const notify = useNotify();
  const { locale } = useLocale();
  const print = useWrite(printProgressSheets);
  return (
    <>
      {(['pdf', 'xlsx'] as const).map((format) => (
        <Button
          key={format}
          loading={print.isPending}
          onClick={() =>
            print.mutate(
              { params: { areaId }, query: { week, format, language: locale } },
              { onSuccess: saveFile, onError: notify.failed },
            )
          }
        >
          {t(`progress.file.${format}`)}
        </Button>
      ))}
    </>
  );
}
