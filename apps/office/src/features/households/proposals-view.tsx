import { Button, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { listProposals, ResponseOf } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useNotify } from '../../parts/notify.ts';
import { addressOf } from './household-columns.tsx';
import { useDecisions } from './use-decisions.ts';

type Proposals = ResponseOf<typeof listProposals>;
type Proposal = Proposals[number];

/** Doors that visitors found otherwise than the register says: confirm or leave as it is. */
export function ProposalsView({ query }: { query: UseQueryResult<Proposals> }): ReactElement {
  const t = useTexts();
  return (
    <Loaded of={query}>
      {(proposals) =>
        proposals.length === 0 ? (
          <EmptyHint title={t('household.noProposals')} hint={t('household.noProposalsHint')} />
        ) : (
          <Waiting proposals={proposals} />
        )
      }
    </Loaded>
  );
}

function Waiting({ proposals }: { proposals: Proposals }): ReactElement {
  const t = useTexts();
  const columns = useProposalColumns();
  const [selected, setSelected] = useState<string[]>([]);
  const ids = new Set(selected);
  return (
    <div className="stack">
      <DecideSelected proposals={proposals.filter((one) => ids.has(one.id))} onDone={() => setSelected([])} />
      <Table<Proposal>
        size="small"
        rowKey="id"
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={proposals}
        columns={columns}
        rowSelection={{
          selectedRowKeys: selected,
          preserveSelectedRowKeys: true,
          onChange: (keys) => setSelected(keys.map(String)),
          getTitleCheckboxProps: () => ({ 'aria-label': t('shell.selectAll') }),
          getCheckboxProps: ({ household }) => ({ 'aria-label': addressOf(household) }),
        }}
      />
    </div>
  );
}

type SelectedProps = { proposals: Proposals; onDone: () => void };

/** The same decision for all that are ticked. */
function DecideSelected({ proposals, onDone }: SelectedProps): ReactElement {
  const t = useTexts();
  const notify = useNotify();
  const decide = useDecisions();
  const none = proposals.length === 0;
  const send = (accept: boolean): void =>
    decide.mutate(
      { ids: proposals.map((one) => one.id), accept },
      { onSuccess: () => notify.done(t('shell.saved')), onError: notify.failed, onSettled: onDone },
    );
  return (
    <div className="row">
      <Button type="primary" disabled={none} loading={decide.isPending} onClick={() => send(true)}>
        {t('household.acceptSelected', { count: proposals.length })}
      </Button>
      <Button disabled={none || decide.isPending} onClick={() => send(false)}>
        {t('household.dismissSelected', { count: proposals.length })}
      </Button>
      <span className="muted small">{t('household.selectedHint')}</span>
    </div>
  );
}

function useProposalColumns(): ColumnsType<Proposal> {
  const t = useTexts();
  const words = useWords();
  const format = useFormat();
  return [
    { title: t('rates.community'), render: (_, one) => one.household.communityName },
    { title: t('household.address'), render: (_, one) => addressOf(one.household) },
    {
      title: t('household.registered'),
      render: (_, one) => words.occupancy(one.household.occupancy),
    },
    { title: t('household.found'), render: (_, one) => <b>{words.occupancy(one.proposed)}</b> },
    { title: t('household.foundAt'), render: (_, one) => format.moment(one.createdAt) },
    {
      title: t('household.decision'),
      render: (_, one) => <Decision proposal={one} />,
    },
  ];
}

function Decision({ proposal }: { proposal: Proposal }): ReactElement {
  const t = useTexts();
  const notify = useNotify();
  const decide = useDecisions();
  const send = (accept: boolean): void =>
    decide.mutate(
      { ids: [proposal.id], accept },
      { onSuccess: () => notify.done(t('shell.saved')), onError: notify.failed },
    );
  return (
    <span className="row">
      <Button size="small" loading={decide.isPending} onClick={() => send(true)}>
        {t('household.accept')}
      </Button>
      <Button size="small" type="text" disabled={decide.isPending} onClick={() => send(false)}>
        {t('household.dismiss')}
      </Button>
    </span>
  );
}
