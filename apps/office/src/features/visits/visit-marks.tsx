import type { ReactElement } from 'react';
import type { VisitView } from '@huhudao/protocol';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useTexts } from '../../i18n/index.ts';

/** What somebody reading the ledger should know of a visit besides its outcome. */
export function VisitMarks({ visit }: { visit: VisitView }): ReactElement {
  const t = useTexts();
  return (
    <>
      {visit.parallel ? <Chip tone="wait">{t('visit.parallel')}</Chip> : null}
      {visit.reassigned ? <Chip tone="none">{t('visit.reassigned')}</Chip> : null}
      {visit.skewDoubtful ? <Chip tone="wait">{t('visit.skewDoubtful')}</Chip> : null}
      {visit.amendments.length > 0 ? (
        <Chip tone="appointment">{t('visit.amended', { count: visit.amendments.length })}</Chip>
      ) : null}
    </>
  );
}
