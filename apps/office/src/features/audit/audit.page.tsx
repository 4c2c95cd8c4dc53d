import { Alert, Button, Select, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { checkAudit, listAudit, type ResponseOf } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { pageQuery, usePaging } from '../../parts/paging.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/problem.tsx';
import { Subject } from './subject.tsx';
import { useAction } from './use-action.ts';
import './audit.css';

type Entry = ResponseOf<typeof listAudit>['items'][number];
const route = getRouteApi('/audit');

/** What was written and looked at, by whom; of a street, or of the whole installation. Ids only, no personal data. */
export function AuditPage(): ReactElement {
  const t = useTexts();
  const { tree, area } = useArea();
  const chains = tree.all.filter((one) => one.kind === 'district' || one.kind === 'street');
  const [chosen, setChosen] = useState(area.streetId ?? area.id);
  return (
    <>
      <PageHead title={t('shell.menu.audit')}>
        <Select
          className="filter-building"
          aria-label={t('audit.chain')}
          value={chosen}
          onChange={setChosen}
          options={chains.map((one) => ({
            value: one.id,
            label: one.kind === 'district' ? t('audit.installation', { name: one.name }) : one.name,
          }))}
        />
      </PageHead>
      <div className="stack" key={chosen}>
        <ChainCheck areaId={chosen} />
        <Entries areaId={chosen} />
      </div>
    </>
  );
}

function ChainCheck({ areaId }: { areaId: string }): ReactElement {
  const t = useTexts();
  const check = useWrite(checkAudit);
  return (
    <div className="stack">
      <div className="row">
        <Button loading={check.isPending} onClick={() => check.mutate({ params: { areaId } })}>
          {t('audit.check')}
        </Button>
        <span className="muted small">{t('audit.checkHint')}</span>
      </div>
      {check.data === undefined ? null : (
        <Alert
          type={check.data.intact ? 'success' : 'error'}
          showIcon
          title={
            check.data.intact
              ? t('audit.intact', { count: check.data.entries })
              : t('audit.broken', { number: check.data.firstBroken ?? '?' })
          }
        />
      )}
      {check.isError ? <ProblemNote error={check.error} /> : null}
    </div>
  );
}

function Entries({ areaId }: { areaId: string }): ReactElement {
  const t = useTexts();
  const { page, action } = route.useSearch();
  const navigate = route.useNavigate();
  const paging = usePaging();
  const entries = useRead(
    listAudit,
    { params: { areaId }, query: { ...pageQuery(page), action } },
    { keep: true },
  );
  const columns = useEntryColumns();
  return (
    <Loaded of={entries}>
      {(data) => (
        <Table<Entry>
          size="small"
          rowKey="number"
          loading={entries.isPlaceholderData}
          dataSource={data.items}
          locale={{ emptyText: <EmptyHint title={t('audit.none')} hint={t('audit.noneHint')} /> }}
          pagination={paging(
            page,
            data.total,
            (next) => void navigate({ search: (old) => ({ ...old, page: next }) }),
          )}
          columns={columns}
        />
      )}
    </Loaded>
  );
}

function useEntryColumns(): ColumnsType<Entry> {
  const t = useTexts();
  const format = useFormat();
  const navigate = route.useNavigate();
  const words = useAction();
  return [
    { title: t('audit.number'), dataIndex: 'number', className: 'number', width: 72 },
    { title: t('audit.at'), width: 172, render: (_, entry) => format.full(entry.at) },
    {
      title: t('audit.actor'),
      width: 96,
      render: (_, entry) => entry.actorName ?? t('audit.system'),
    },
    {
      title: t('audit.action'),
      width: 176,
      render: (_, entry) => (
        <Button
          type="link"
          size="small"
          aria-label={t('audit.onlyAction', { action: words(entry.action) })}
          onClick={() =>
            void navigate({
              search: (old) => ({
                ...old,
                page: undefined,
                action: old.action === entry.action ? undefined : entry.action,
              }),
            })
          }
        >
          {words(entry.action)}
        </Button>
      ),
    },
    {
      title: t('audit.subject'),
      render: (_, entry) => <Subject of={entry.subject} />,
    },
  ];
}
