import { Button } from 'antd';
import type { ReactElement } from 'react';
import { assignStairwells, readCoverage, type ResponseOf, type RoundView } from '@huhudao/protocol';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useNotify } from '../../parts/notify.ts';

export type WayBack = NonNullable<ResponseOf<typeof assignStairwells>['undo']>;
type Props = { round: RoundView; communityId: string; wayBack: WayBack; onDone: () => void };

/** Gives the stairwells that were just given away back to the teams that had them. */
export function UndoAssign({ round, communityId, wayBack, onDone }: Props): ReactElement | null {
  const t = useTexts();
  const notify = useNotify();
  const assign = useWrite(assignStairwells, [readCoverage]);

  async function undo(): Promise<void> {
    const params = { areaId: communityId, roundId: round.id };
    let count = 0;
    for (const body of wayBack) count += (await assign.mutateAsync({ params, body })).changed;
    notify.done(t('monitor.undone', { count }));
    onDone();
  }

  if (wayBack.length === 0) return null;
  return (
    <Button loading={assign.isPending} onClick={() => void undo().catch(notify.failed)}>
      {t('monitor.undo')}
    </Button>
  );
}
