import { Button, Table } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { downloadLedger, listVisits, type VisitView } from '@huhudao/protocol';
import { useLocale } from '@huhudao/ui';
import { useArea } from '../../api/areas.ts';
import { useRead, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { saveFile } from '../../parts/download.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useNotify } from '../../parts/notify.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { pageQuery, usePaging } from '../../parts/paging.ts';
import { useDebounced } from '../../parts/use-debounced.ts';
import { VisitDetails } from './visit-details.tsx';
import { VisitFilters } from './visit-filters.tsx';
import { useVisitColumns } from './visit-columns.tsx';

const route = getRouteApi('/visits');
/** There is more to a visit than the row shows. */
const hasMore = ({ form, present, amendments, completionMode }: VisitView): boolean =>
  form.length + present.length + amendments.length > 0 || completionMode !== null;
const renderDetails = (visit: VisitView): ReactElement => <VisitDetails visit={visit} />;

/** The visit ledger (走访情况台账): every attempt at every door, as it was recorded. */
export function VisitsPage(): ReactElement {
  const t = useTexts();
  const { area } = useArea();
  const { page } = route.useSearch();
  const navigate = route.useNavigate();
  const [search, setSearch] = useState('');
  const paging = usePaging();
  const columns = useVisitColumns();
  const filter = useLedgerFilter(search);
  const visits = useRead(
    listVisits,
    { params: { areaId: area.id }, query: { ...pageQuery(page), ...filter } },
    { keep: true },
  );
  return (
    <>
      <PageHead title={t('visit.title')} about={area.name}>
        <LedgerButton filter={filter} />
      </PageHead>
      <div className="stack">
        <VisitFilters search={search} onSearch={setSearch} />
        <Loaded of={visits}>
          {(data) => (
            <Table<VisitView>
              size="small"
              rowKey="id"
              loading={visits.isPlaceholderData}
              dataSource={data.items}
              columns={columns}
              {...(data.items.length === 0 ? {} : { scroll: { x: 1100 } })}
              expandable={{
                expandedRowRender: renderDetails,
                rowExpandable: hasMore,
                columnTitle: <span className="visually-hidden">{t('shell.more')}</span>,
              }}
              locale={{ emptyText: <EmptyHint title={t('visit.none')} hint={t('visit.noneHint')} /> }}
              pagination={paging(
                page,
                data.total,
                (next) => void navigate({ search: (old) => ({ ...old, page: next }) }),
              )}
            />
          )}
        </Loaded>
      </div>
    </>
  );
}

/** The same filter for the table and for the workbook. */
function useLedgerFilter(search: string) {
  const { round, from, until, outcome } = route.useSearch();
  const asked = useDebounced(search.trim());
  return { roundId: round, from, until, outcome, search: asked === '' ? undefined : asked };
}

function LedgerButton({ filter }: { filter: ReturnType<typeof useLedgerFilter> }): ReactElement {
  const t = useTexts();
  const { locale } = useLocale();
  const notify = useNotify();
  const { area } = useArea();
  const ledger = useWrite(downloadLedger);
  const download = (): void =>
    ledger.mutate(
      { params: { areaId: area.id }, query: { ...filter, locale } },
      { onSuccess: saveFile, onError: notify.failed },
    );
  return (
    <Button loading={ledger.isPending} onClick={download}>
      {t('visit.download')}
    </Button>
  );
}
