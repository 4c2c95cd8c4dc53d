import { Alert, Button, Input, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import {
  listDraws,
  listRounds,
  readCoverage,
  readRound,
  releaseReplicate,
  type ResponseOf,
  type RoundView,
} from '@huhudao/protocol';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { ProblemNote } from '../../parts/problem.tsx';

type Draw = ResponseOf<typeof listDraws>[number];
type Props = { draw: Draw; round: RoundView; areaId: string };

/** The reserve replicates of a community, and the way to the next one: whole, and with a reason. */
export function ReplicateRelease({ draw, round, areaId }: Props): ReactElement {
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  if (draw.reserveReplicates === 0) return <>—</>;
  const next = draw.released.length + 1;
  return (
    <div className="stack">
      <span className="nowrap">
        {t('sample.releasedOf', {
          ...{ released: draw.released.length, all: draw.reserveReplicates, size: draw.reserveSize },
        })}
      </span>
      {draw.released.map(({ replicate, reason, releasedBy }) => (
        <span key={replicate} className="muted small">
          {t('sample.releasedBecause', { replicate, reason, name: releasedBy })}
        </span>
      ))}
      {round.state === 'open' && next <= draw.reserveReplicates ? (
        <Button size="small" onClick={() => setAsking(true)}>
          {t('sample.releaseNext', { replicate: next })}
        </Button>
      ) : null}
      {asking ? (
        <Asking draw={draw} round={round} areaId={areaId} replicate={next} close={() => setAsking(false)} />
      ) : null}
    </div>
  );
}

function Asking({
  draw,
  round,
  areaId,
  replicate,
  close,
}: Props & { replicate: number; close: () => void }): ReactElement {
  const t = useTexts();
  const [reason, setReason] = useState('');
  const release = useWrite(releaseReplicate, [listDraws, readRound, readCoverage, listRounds]);
  const after = (draw.sampleSize + replicate * draw.reserveSize) / draw.frameSize;
  const params = { areaId, roundId: round.id, communityId: draw.communityId };
  const body = { reason: reason.trim(), replicate };
  return (
    <Modal
      open
      title={t('sample.releaseNextTitle', { name: draw.communityName, replicate })}
      okText={t('sample.releaseWhole')}
      okButtonProps={{ loading: release.isPending, disabled: body.reason === '' }}
      onCancel={close}
      onOk={() => release.mutate({ params, body }, { onSuccess: close })}
    >
      <ul className="round-effects">
        <li>{t('sample.adds', { count: draw.reserveSize })}</li>
        <li>
          {t('sample.probability', { before: draw.currentProbability.toFixed(4), after: after.toFixed(4) })}
        </li>
        <li>{t('sample.noWayBack', { left: draw.reserveReplicates - replicate })}</li>
      </ul>
      <label className="stack" htmlFor="replicate-reason">
        {t('sample.reason')}
        <Input
          id="replicate-reason"
          value={reason}
          maxLength={120}
          placeholder={t('sample.reasonExample')}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {release.isError ? (
        <ProblemNote error={release.error} />
      ) : (
        <Alert type="info" showIcon title={t('sample.audited')} />
      )}
    </Modal>
  );
}
