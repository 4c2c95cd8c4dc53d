import { Button, Table } from 'antd';
import type { ReactElement } from 'react';
import type { ProgressSheet } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { SheetStateChip } from './sheet-state-chip.tsx';

type Props = { sheets: ProgressSheet[]; onOpen: (sheet: ProgressSheet) => void };

/** Every sheet the week asks for, in the columns it is filed in, with how it stands. */
export function SheetTable({ sheets, onOpen }: Props): ReactElement {
  const t = useTexts();
  const missing = sheets.filter(({ state }) => state === 'missing').length;
  const late = sheets.filter(({ state }) => state === 'late').length;
  return (
    <>
      <p className="muted">{t('progress.summary', { all: sheets.length, missing, late })}</p>
      <Table<ProgressSheet>
        size="small"
        rowKey={({ communityId, roundId }) => `${communityId} ${roundId}`}
        dataSource={sheets}
        pagination={false}
        {...(sheets.length === 0 ? {} : { scroll: { x: 900 } })}
        locale={{ emptyText: <EmptyHint title={t('progress.none')} hint={t('progress.noneHint')} /> }}
        columns={[
          { title: t('progress.community'), dataIndex: 'communityName', width: 120 },
          {
            title: t('progress.project'),
            width: 180,
            render: (_, sheet) => (
              <Button type="link" className="progress-project" onClick={() => onOpen(sheet)}>
                {sheet.roundName}
              </Button>
            ),
          },
          { title: t('progress.progress'), render: (_, sheet) => <Progress sheet={sheet} /> },
          { title: t('progress.next'), render: (_, { text }) => text?.next ?? '' },
          {
            title: t('progress.stateTitle'),
            width: 130,
            render: (_, { state }) => <SheetStateChip state={state} />,
          },
        ]}
      />
    </>
  );
}

function Progress({ sheet: { text, corrections } }: { sheet: ProgressSheet }): ReactElement {
  const t = useTexts();
  return (
    <>
      {text === null ? null : <p className="progress-text">{text.progress}</p>}
      {corrections.map(({ at, line }) => (
        <p key={at} className="muted small">
          {t('progress.corrected', { line })}
        </p>
      ))}
    </>
  );
}
