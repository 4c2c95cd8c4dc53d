import { Button, Card } from 'antd';
import { useState, type ReactElement } from 'react';
import { may, useArea } from '../../api/areas.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { GroupDialog } from './group-dialog.tsx';
import { MissingTable } from './missing-table.tsx';
import { NoticeBoardDialog } from './notice-board-dialog.tsx';
import { UnitList } from './unit-list.tsx';
import './stewards.css';

/** Who is in office on the five levels, who is missing, and what the notice boards say. */
export function StewardsPage(): ReactElement {
  const t = useTexts();
  const session = useSession();
  const { tree, area } = useArea();
  const [dialog, setDialog] = useState<'board' | 'group'>();
  const close = (): void => setDialog(undefined);
  if (area.kind === 'district' || !may(session, tree, 'stewards.manage', area.id))
    return <EmptyHint title={t('shell.notFound')} hint={t('shell.notFoundHint')} />;
  return (
    <>
      <PageHead title={t('steward.title')} about={t('steward.about')}>
        <Button onClick={() => setDialog('group')}>{t('steward.group')}</Button>
        {tree.communitiesOf(area.id).length > 0 ? (
          <Button onClick={() => setDialog('board')}>{t('steward.board')}</Button>
        ) : null}
      </PageHead>
      <div className="stack">
        <Card
          size="small"
          title={t('steward.missingTitle')}
          extra={<span className="muted small">{t('steward.missingAbout')}</span>}
        >
          <MissingTable />
        </Card>
        <UnitList />
      </div>
      {dialog === 'board' ? <NoticeBoardDialog onClose={close} /> : null}
      {dialog === 'group' ? <GroupDialog onClose={close} /> : null}
    </>
  );
}
