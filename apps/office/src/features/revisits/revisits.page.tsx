import { Button, Input, Segmented, Select, Table } from 'antd';
import { Link, Navigate, getRouteApi } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { revisitReasons } from '@huhudao/domain';
import { listRevisits, type RevisitView } from '@huhudao/protocol';
import { may, useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { mayAnywhere, useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { pageQuery, usePaging } from '../../parts/paging.ts';
import { useDebounced } from '../../parts/use-debounced.ts';
import { useRevisitColumns } from './revisit-columns.tsx';
import { RevisitDrawer } from './revisit-drawer.tsx';

const route = getRouteApi('/revisits');
const states = ['waiting', 'done', 'all'] as const;

/** The queue of households to be visited again, the most urgent first. */
export function RevisitsPage(): ReactElement {
  const t = useTexts();
  const session = useSession();
  const { tree, area } = useArea();
  const mayRules = mayAnywhere(session, 'revisits.rules');
  if (!may(session, tree, 'revisits.read', area.id)) {
    if (mayRules) return <Navigate to="/revisits/rules" replace />;
    return <EmptyHint title={t('shell.notFound')} hint={t('shell.notFoundHint')} />;
  }
  return (
    <>
      <PageHead title={t('revisit.title')} about={area.name}>
        {mayRules ? <Link to="/revisits/rules">{t('revisit.rules')}</Link> : null}
      </PageHead>
      <Queue seesReasons={may(session, tree, 'answers.look', area.id)} />
    </>
  );
}

function Queue({ seesReasons }: { seesReasons: boolean }): ReactElement {
  const { area } = useArea();
  const { state, reason, page } = route.useSearch();
  const navigate = route.useNavigate();
  const [search, setSearch] = useState('');
  const asked = useDebounced(search.trim());
  const [open, setOpen] = useState<RevisitView | null>(null);
  const paging = usePaging();
  const columns = useRevisitColumns({ seesReasons, onOpen: setOpen });
  const revisits = useRead(
    listRevisits,
    {
      params: { areaId: area.id },
      query: { ...pageQuery(page), state, reason, search: asked === '' ? undefined : asked },
    },
    { keep: true },
  );
  return (
    <div className="stack">
      <Filters seesReasons={seesReasons} search={search} onSearch={setSearch} />
      <Loaded of={revisits}>
        {(data) => (
          <Table<RevisitView>
            size="small"
            rowKey="id"
            loading={revisits.isPlaceholderData}
            dataSource={data.items}
            columns={columns}
            {...(data.items.length === 0 ? {} : { scroll: { x: 1000 } })}
            locale={{ emptyText: <NoRevisits filtered={asked !== '' || reason !== undefined} /> }}
            pagination={paging(
              page,
              data.total,
              (next) => void navigate({ search: (old) => ({ ...old, page: next }) }),
            )}
          />
        )}
      </Loaded>
      <RevisitDrawer revisit={open} seesReasons={seesReasons} onClose={() => setOpen(null)} />
    </div>
  );
}

function NoRevisits({ filtered }: { filtered: boolean }): ReactElement {
  const t = useTexts();
  return filtered ? (
    <EmptyHint title={t('revisit.noMatch')} hint={t('household.noMatchHint')} />
  ) : (
    <EmptyHint title={t('revisit.none')} hint={t('revisit.noneHint')} />
  );
}

type FiltersProps = { seesReasons: boolean; search: string; onSearch: (text: string) => void };

function Filters({ seesReasons, search, onSearch }: FiltersProps): ReactElement {
  const t = useTexts();
  const words = useWords();
  const { state, reason } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <search className="row">
      <Segmented<(typeof states)[number]>
        aria-label={t('revisit.state')}
        value={state ?? 'waiting'}
        onChange={(next) => void navigate({ search: (old) => ({ ...old, state: next, page: undefined }) })}
        options={states.map((value) => ({ value, label: t(`revisit.show.${value}`) }))}
      />
      {seesReasons ? (
        <Select
          className="filter-building"
          aria-label={t('revisit.reason')}
          placeholder={t('revisit.reason')}
          allowClear={{ label: t('shell.clear') }}
          value={reason ?? null}
          onChange={(next) =>
            void navigate({ search: (old) => ({ ...old, reason: next ?? undefined, page: undefined }) })
          }
          options={revisitReasons.map((value) => ({ value, label: words.revisitReason(value) }))}
        />
      ) : null}
      <Input.Search
        className="filter-search"
        aria-label={t('revisit.search')}
        placeholder={t('revisit.search')}
        allowClear
        value={search}
        onChange={(event) => onSearch(event.target.value)}
      />
      <Button
        type="link"
        onClick={() => {
          onSearch('');
          void navigate({ search: (old) => ({ ...old, reason: undefined, page: undefined }) });
        }}
      >
        {t('household.clear')}
      </Button>
    </search>
  );
}
