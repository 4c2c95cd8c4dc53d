import { Button } from 'antd';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { changeRound, listRounds, readRound, type RoundView } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useSaved } from '../../parts/notify.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/problem.tsx';
import { bodyOf, draftOf } from './round-draft.ts';
import { RoundForm } from './round-form.tsx';

const route = getRouteApi('/rounds/$roundId/edit');

/** Changing a round that is still a draft. */
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
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => draftOf(round));
  const send = useWrite(changeRound, [readRound, listRounds]);
  const body = bodyOf(draft);
  const leave = (): void => void navigate({ to: '/rounds/$roundId', params: { roundId: round.id } });

  function save(): void {
    if (body === undefined) return;
    send.mutate({ params: { areaId: streetId, roundId: round.id }, body }, saved(leave));
  }

  return (
    <>
      <PageHead title={t('round.editTitle', { name: round.name })}>
        <Button onClick={leave}>{t('shell.cancel')}</Button>
        <Button type="primary" disabled={body === undefined} loading={send.isPending} onClick={save}>
          {t('round.saveDraft')}
        </Button>
      </PageHead>
      <RoundForm
        draft={draft}
        change={(next) => setDraft((old) => ({ ...old, ...next }))}
        streetId={streetId}
        finish={
          <Button type="primary" disabled={body === undefined} loading={send.isPending} onClick={save}>
            {t('round.saveDraft')}
          </Button>
        }
      />
      {send.isError ? <ProblemNote error={send.error} /> : null}
    </>
  );
}
