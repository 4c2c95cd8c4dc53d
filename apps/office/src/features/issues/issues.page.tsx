import { Button, Table } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { issueCategories, issueStates, type IssueCategory, type IssueState } from '@huhudao/domain';
import { listIssues, type IssueView } from '@huhudao/protocol';
import { may, useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { Choice } from '../../parts/choice.tsx';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { pageQuery, usePaging } from '../../parts/paging.ts';
import { useIssueColumns } from './issue-columns.tsx';

const route = getRouteApi('/issues');

/** What residents want put right, the latest first. */
export function IssuesPage(): ReactElement {
  const t = useTexts();
  const session = useSession();
  const { tree, area } = useArea();
  if (!may(session, tree, 'issues.read', area.id))
    return <EmptyHint title={t('shell.notFound')} hint={t('shell.notFoundHint')} />;
  return (
    <>
      <PageHead title={t('issue.title')} about={t('issue.about')} />
      <div className="stack">
        <Filters />
        <IssueTable />
      </div>
    </>
  );
}

function IssueTable(): ReactElement {
  const { area } = useArea();
  const { community, category, state, page } = route.useSearch();
  const navigate = route.useNavigate();
  const paging = usePaging();
  const columns = useIssueColumns();
  const issues = useRead(
    listIssues,
    {
      params: { areaId: area.id },
      query: { ...pageQuery(page), communityId: community, category, state },
    },
    { keep: true },
  );
  const filtered = [community, category, state].some((value) => value !== undefined);
  return (
    <Loaded of={issues}>
      {(data) => (
        <Table<IssueView>
          size="small"
          rowKey="id"
          loading={issues.isPlaceholderData}
          dataSource={data.items}
          columns={columns}
          {...(data.items.length === 0 ? {} : { scroll: { x: 1000 } })}
          locale={{ emptyText: <NoIssues filtered={filtered} /> }}
          pagination={paging(
            page,
            data.total,
            (next) => void navigate({ search: (old) => ({ ...old, page: next }) }),
          )}
        />
      )}
    </Loaded>
  );
}

function NoIssues({ filtered }: { filtered: boolean }): ReactElement {
  const t = useTexts();
  return filtered ? (
    <EmptyHint title={t('issue.noMatch')} hint={t('household.noMatchHint')} />
  ) : (
    <EmptyHint title={t('issue.none')} hint={t('issue.noneHint')} />
  );
}

type Filter = {
  community?: string | undefined;
  category?: IssueCategory | undefined;
  state?: IssueState | undefined;
};

function Filters(): ReactElement {
  const t = useTexts();
  const words = useWords();
  const { tree, area } = useArea();
  const { community, category, state } = route.useSearch();
  const navigate = route.useNavigate();
  const filter = (next: Filter): void =>
    void navigate({ search: (old) => ({ ...old, ...next, page: undefined }) });
  const communities = tree.communitiesOf(area.id);
  return (
    <search className="row">
      {communities.length > 1 ? (
        <Choice
          label={t('issue.community')}
          value={community}
          onChange={(chosen) => filter({ community: chosen })}
          options={communities.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <Choice
        label={t('issue.category')}
        value={category}
        onChange={(chosen) => filter({ category: chosen })}
        options={issueCategories.map((value) => ({ value, label: words.issueCategory(value) }))}
      />
      <Choice
        label={t('issue.state')}
        value={state}
        onChange={(chosen) => filter({ state: chosen })}
        options={issueStates.map((value) => ({ value, label: words.issueState(value) }))}
      />
      <Button
        type="link"
        onClick={() => filter({ community: undefined, category: undefined, state: undefined })}
      >
        {t('household.clear')}
      </Button>
    </search>
  );
}
