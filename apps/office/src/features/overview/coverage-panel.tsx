import { Card } from 'antd';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { formatShortDay, useLocale } from '@huhudao/ui';
import type { ResponseOf, readOverview } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { useFormat } from '../../parts/format.ts';
import { CoverageTable } from '../coverage/coverage-table.tsx';

/** How far each open round is, by community. */
export function CoveragePanel({ overview }: { overview: ResponseOf<typeof readOverview> }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const { locale } = useLocale();
  const { tree } = useArea();
  return (
    <Card size="small">
      <h2>{t('overview.coverage')}</h2>
      {overview.coverage.length === 0 ? (
        <EmptyHint title={t('overview.coverageNone')} hint={t('overview.coverageNoneHint')}>
          <Link to="/rounds">{t('overview.coverageAll')}</Link>
        </EmptyHint>
      ) : null}
      {overview.coverage.map(({ round, rows }) => (
        <section key={round.id}>
          <p className="small muted">
            {t('overview.coverageAbout', {
              round: round.name,
              deadline: formatShortDay(round.deadline, locale),
            })}{' '}
            · {t('shell.dataTime', { time: format.moment(overview.dataTime) })}
          </p>
          <CoverageTable
            rows={rows}
            renderPlace={(row) =>
              tree.find(row.id)?.kind === 'community' ? (
                <Link to="/rounds/$roundId" params={{ roundId: round.id }} search={{ community: row.id }}>
                  {row.name}
                </Link>
              ) : (
                row.name
              )
            }
          />
        </section>
      ))}
    </Card>
  );
}
