import { Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@huhudao/ui/components';
import { goTo } from '../../app/navigation.tsx';
import { useMay, useSnapshot } from '../../app/tablet.tsx';
import { UndoRegion } from '../../app/undo-region.tsx';
import type { Draft } from '../../local/work.types.ts';
import { concernAt } from '../../work/concern.ts';
import { doorOf } from '../../work/finish-visit.ts';
import styles from './concern.module.css';

/** In the worker's part of a visit: what else the resident wants put right, and how much was written down so far. */
export function ReportConcern({ draft, settled }: { draft: Draft; settled: () => Promise<void> }) {
  const { t } = useTranslation('tablet');
  const mayReport = useMay('issues.report', draft.streetId);
  const { own, held, concerns } = useSnapshot();
  if (!mayReport) return null;
  const count = [...own, ...held.flatMap(({ work }) => work.local.own)].filter(
    (record) =>
      record.kind === 'issue' && record.householdId === draft.householdId && record.at >= draft.startedAt,
  ).length;
  const report = async () => {
    await settled();
    goTo({ kind: 'concern', inVisit: true, ...doorOf(draft) });
  };
  return (
    <div className={styles['actions']}>
      <Button icon={<Megaphone aria-hidden size="1.125em" />} onPress={() => void report()}>
        {t(concernAt(concerns, draft) === undefined ? 'door.report' : 'door.resumeReport')}
      </Button>
      {count > 0 && <p className={styles['quiet']}>{t('concern.recordedHere', { count })}</p>}
      <UndoRegion />
    </div>
  );
}
