import { Button, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { listRounds, readRound, releaseRound, type RoundView } from '@huhudao/protocol';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { ProblemNote } from '../../parts/problem.tsx';

/** An assessor's round that is closed is shown to everybody else; says before what they will see. */
export function ReleaseButton({ round, streetId }: { round: RoundView; streetId: string }): ReactElement {
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  const release = useWrite(releaseRound, [readRound, listRounds]);
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>
        {t('sample.release')}
      </Button>
      <Modal
        open={asking}
        title={t('sample.releaseTitle', { name: round.name })}
        okText={t('sample.release')}
        okButtonProps={{ loading: release.isPending }}
        onCancel={() => setAsking(false)}
        onOk={() =>
          release.mutate(
            { params: { areaId: streetId, roundId: round.id } },
            { onSuccess: () => setAsking(false) },
          )
        }
      >
        <ul className="round-effects">
          <li>{t('sample.releaseSeen')}</li>
          <li>{t('sample.releaseFinal')}</li>
        </ul>
        {release.isError ? <ProblemNote error={release.error} /> : null}
      </Modal>
    </>
  );
}
