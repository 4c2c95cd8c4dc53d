import { Button, Card } from 'antd';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { changeRound, listRounds, readRound, type RoundView } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead, useWrite } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useSaved } from '../../parts/notify.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/problem.tsx';
import { mayDecide } from './may-decide.ts';
import { bodyOf, draftOf, type RoundDraft } from './round-draft.ts';
import { RoundForm } from './round-form.tsx';
import { TeamsStep } from './steps/teams.step.tsx';

const route = getRouteApi('/rounds/$roundId/edit');

/** Changing a round that is still a draft; the street, in a measurement round, chooses its teams. */
export function EditRoundPage(): ReactElement {
  const { roundId } = route.useParams();
  const { area } = useArea();
  const streetId = area.streetId ?? area.id;
  const round = useRead(readRound, { params: { areaId: streetId, roundId } });
  return <Loaded of={round}>{(data) => <EditRound streetId={streetId} round={data} />}</Loaded>;
}

function EditRound({ streetId, round }: { streetId: string; round: RoundView }): ReactElement {
  const t = useTexts();
  const saved = useSaved();
  const session = useSession();
  const { tree } = useArea();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => draftOf(round));
  const send = useWrite(changeRound, [readRound, listRounds]);
  const body = bodyOf(draft);
  const leave = (): void => void navigate({ to: '/rounds/$roundId', params: { roundId: round.id } });

  function save(): void {
    if (body === undefined) return;
    send.mutate({ params: { areaId: streetId, roundId: round.id }, body }, saved(leave));
  }

  const saveButton = (
    <Button type="primary" disabled={body === undefined} loading={send.isPending} onClick={save}>
      {t('round.saveDraft')}
    </Button>
  );
  const parts = {
    draft,
    change: (next: Partial<RoundDraft>) => setDraft((old) => ({ ...old, ...next })),
    streetId,
  };
  return (
    <>
      <PageHead title={t('round.editTitle', { name: round.name })}>
        <Button onClick={leave}>{t('shell.cancel')}</Button>
        {saveButton}
      </PageHead>
      {mayDecide(session, tree, round.purpose, streetId) ? (
        <RoundForm {...parts} finish={saveButton} />
      ) : (
        <Card size="small">
          <p className="muted">{t('round.stepHint.teams')}</p>
          <TeamsStep {...parts} />
        </Card>
      )}
      {send.isError ? <ProblemNote error={send.error} /> : null}
    </>
  );
}
