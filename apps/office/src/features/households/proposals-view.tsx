import { Button, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import {
  decideProposal,
  listHouseholds,
  listProposals,
  readOverview,
  type ResponseOf,
} from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useNotify } from '../../parts/notify.ts';
import { addressOf } from './household-columns.tsx';

type Proposals = ResponseOf<typeof listProposals>;
type Proposal = Proposals[number];

/** Doors that visitors found otherwise than the register says: confirm or leave as it is. */
export function ProposalsView({ query }: { query: UseQueryResult<Proposals> }): ReactElement {
  const t = useTexts();
  const columns = useProposalColumns();
  return (
    <Loaded of={query}>
      {(proposals) =>
        proposals.length === 0 ? (
          <EmptyHint title={t('household.noProposals')} hint={t('household.noProposalsHint')} />
        ) : (
          <Table<Proposal>
            size="small"
            rowKey="id"
            pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
            dataSource={proposals}
            columns={columns}
          />
        )
      }
    </Loaded>
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
  const { area } = useArea();
  const decide = useWrite(decideProposal, [listProposals, listHouseholds, readOverview]);
  const send = (accept: boolean): void =>
    decide.mutate(
      { params: { areaId: area.id, proposalId: proposal.id }, body: { accept } },
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
