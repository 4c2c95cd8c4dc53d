import { Descriptions, Drawer } from 'antd';
import type { ReactElement } from 'react';
import type { ProgressFigures, ProgressSheet } from '@huhudao/protocol';
import { may, useArea } from '../../api/areas.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { SheetForm } from './sheet-form.tsx';
import { SheetStateChip } from './sheet-state-chip.tsx';

type Props = { sheet: ProgressSheet; week: string; onClose: () => void };

const figures: readonly (keyof ProgressFigures)[] = [
  'visits',
  'doorsReached',
  'settled',
  'eligible',
  'appointments',
  'plans',
  'issuesReported',
  'issuesClosed',
];

/** One sheet: its figures, what was written, and for its community the form to hand it in. */
export function SheetDrawer({ sheet, week, onClose }: Props): ReactElement {
  const t = useTexts();
  const session = useSession();
  const { tree } = useArea();
  const frozen = sheet.state === 'submitted' || sheet.state === 'late';
  const mayWrite = may(session, tree, 'progress.submit', sheet.communityId);
  return (
    <Drawer
      open
      size={560}
      title={`${sheet.communityName} · ${sheet.roundName}`}
      extra={<SheetStateChip state={sheet.state} />}
      onClose={onClose}
    >
      <div className="stack">
        <p className="muted small">{t(frozen ? 'progress.frozen' : 'progress.fresh')}</p>
        <Descriptions
          size="small"
          column={2}
          bordered
          items={figures.map((name) => ({
            key: name,
            label: t(`progress.figure.${name}`),
            children: sheet.figures[name],
          }))}
        />
        {mayWrite ? <SheetForm sheet={sheet} week={week} onDone={onClose} /> : <Written sheet={sheet} />}
      </div>
    </Drawer>
  );
}

function Written({ sheet: { text } }: { sheet: ProgressSheet }): ReactElement {
  const t = useTexts();
  if (text === null) return <p>{t('progress.notYet')}</p>;
  return (
    <>
      <h3>{t('progress.progress')}</h3>
      <p className="progress-text">{text.progress}</p>
      <h3>{t('progress.next')}</h3>
      <p className="progress-text">{text.next}</p>
    </>
  );
}
