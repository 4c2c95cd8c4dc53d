import type { Purpose } from '@huhudao/domain';
import { Alert, Button, Modal, Popconfirm } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  closeRound,
  deleteRound,
  listRounds,
  openRound,
  readCoverage,
  readOverview,
  readRates,
  readRound,
  readTrend,
  type RoundView,
} from '@huhudao/protocol';
import { may, useArea } from '../../api/areas.ts';
import { useWrite } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';
import { useNotify } from '../../parts/notify.ts';
import { ProblemNote } from '../../parts/problem.tsx';
import { ExtendButton } from '../monitor/extend-button.tsx';
import { mayDecide } from './may-decide.ts';
import { ReleaseButton } from './release-button.tsx';
import { useWithoutTeam } from './use-without-team.ts';

const changed = [readRound, listRounds, readCoverage, readOverview, readRates, readTrend];

/** Whose doors opening a round puts on its list. */
const opening = {
  coverage: 'openCoverage',
  measurement: 'openSample',
  hotline: 'openHotline',
  revisit: 'openCoverage',
  backcheck: 'openCoverage',
} as const satisfies Record<Purpose, string>;

type Props = { round: RoundView; streetId: string };

/** What can be done with a round as it stands, by those who may. */
export function RoundActions({ round, streetId }: Props): ReactElement | null {
  const t = useTexts();
  const session = useSession();
  const navigate = useNavigate();
  const { tree } = useArea();
  const decides = mayDecide(session, tree, round.purpose, streetId);
  if (!decides && !may(session, tree, 'rounds.assign', streetId)) return null;
  if (round.state === 'open')
    return decides ? (
      <>
        <ExtendButton round={round} streetId={streetId} />
        <CloseButton round={round} streetId={streetId} />
      </>
    ) : null;
  if (round.state === 'closed' && round.assessorId !== null && round.releasedAt === null)
    return decides ? <ReleaseButton round={round} streetId={streetId} /> : null;
  if (round.state !== 'draft') return null;
  return (
    <>
      <Button onClick={() => void navigate({ to: '/rounds/$roundId/edit', params: { roundId: round.id } })}>
        {t(decides ? 'shell.edit' : 'round.chooseTeams')}
      </Button>
      {decides ? <DeleteButton round={round} streetId={streetId} /> : null}
      <OpenButton round={round} streetId={streetId} />
    </>
  );
}

function OpenButton({ round, streetId }: Props): ReactElement {
  const t = useTexts();
  const session = useSession();
  const { tree } = useArea();
  const [asking, setAsking] = useState(false);
  const open = useWrite(openRound, changed);
  const allowed = mayDecide(session, tree, round.purpose, streetId);
  const lacking = useWithoutTeam({ ...round.scope, teamIds: round.teamIds }, streetId);
  const withoutTeam = round.assessorId === null ? lacking : null;
  const effects = t(`round.${opening[round.purpose]}`);
  const assessor = round.assessorName;
  return (
    <>
      <Button type="primary" disabled={!allowed} onClick={() => setAsking(true)}>
        {t('round.open')}
      </Button>
      {allowed ? null : (
        <span className="muted small">
          {t(`round.purposeWho.${round.purpose === 'measurement' ? 'measurement' : 'coverage'}`)}
        </span>
      )}
      <Modal
        open={asking}
        title={t('round.openTitle', { name: round.name })}
        okText={t('round.open')}
        okButtonProps={{ loading: open.isPending, disabled: withoutTeam !== null }}
        onCancel={() => setAsking(false)}
        onOk={() =>
          open.mutate(
            { params: { areaId: streetId, roundId: round.id } },
            { onSuccess: () => setAsking(false) },
          )
        }
      >
        <ul className="round-effects">
          <li>{effects}</li>
          <li>{t('round.openFreezes')}</li>
          <li>{assessor === null ? t('round.openTablets') : t('sample.openTablet', { name: assessor })}</li>
          {assessor === null ? null : <li>{t('sample.openHidden')}</li>}
        </ul>
        {withoutTeam === null ? null : (
          <Alert type="error" showIcon title={t('round.withoutTeam', { names: withoutTeam })} />
        )}
        {open.isError ? <ProblemNote error={open.error} /> : null}
      </Modal>
    </>
  );
}

function CloseButton({ round, streetId }: Props): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const close = useWrite(closeRound, changed);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('round.close')}</Button>
      <Modal
        open={asking}
        title={t('round.closeTitle', { name: round.name })}
        okText={t('round.close')}
        okButtonProps={{ danger: true, loading: close.isPending }}
        onCancel={() => setAsking(false)}
        onOk={() =>
          close.mutate(
            { params: { areaId: streetId, roundId: round.id } },
            { onSuccess: () => setAsking(false) },
          )
        }
      >
        <ul className="round-effects">
          <li>{t('round.closeLeft', { left: format.number(round.assigned - round.settled) })}</li>
          <li>{t('round.closeSealed')}</li>
          <li>{t('round.closeTablets')}</li>
          <li>{t('round.closeFinal')}</li>
        </ul>
        {close.isError ? <ProblemNote error={close.error} /> : null}
      </Modal>
    </>
  );
}

function DeleteButton({ round, streetId }: Props): ReactElement {
  const t = useTexts();
  const notify = useNotify();
  const navigate = useNavigate();
  const remove = useWrite(deleteRound, [listRounds]);
  return (
    <Popconfirm
      title={t('round.deleteTitle')}
      description={t('round.deleteText')}
      okText={t('shell.delete')}
      okButtonProps={{ danger: true }}
      onConfirm={() =>
        remove.mutate(
          { params: { areaId: streetId, roundId: round.id } },
          { onSuccess: () => void navigate({ to: '/rounds' }), onError: notify.failed },
        )
      }
    >
      <Button loading={remove.isPending}>{t('shell.delete')}</Button>
    </Popconfirm>
  );
}
