import { Button, Card } from 'antd';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { changeRound, listHotlineCases, listRounds, readRound, type RoundView } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead, useWrite } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useSaved } from '../../parts/notify.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/problem.tsx';
import { caseOfRound, type DraftCase } from './hotline/draft-case.ts';
import { mayDecide } from './may-decide.ts';
import { bodyOf, draftOf, type RoundDraft } from './round-draft.ts';
import { RoundForm } from './round-form.tsx';
import { TeamsStep } from './steps/teams.step.tsx';

const route = getRouteApi('/rounds/$roundId/edit');

/** Changing a round that is still a draft; the street chooses the teams of a measurement, and all of a programme’s rounds are alike. */
export function EditRoundPage(): ReactElement {
  const { roundId } = route.useParams();
  const { area } = useArea();
  const streetId = area.streetId ?? area.id;
  const round = useRead(readRound, { params: { areaId: streetId, roundId } });
  const hotline = round.data?.purpose === 'hotline';
  const cases = useRead(listHotlineCases, { params: { areaId: streetId, roundId } }, { enabled: hotline });
  return (
    <Loaded of={round}>
      {(data) =>
        hotline ? (
          <Loaded of={cases}>
            {(list) => <EditRound streetId={streetId} round={data} cases={list.map(caseOfRound)} />}
          </Loaded>
        ) : (
          <EditRound streetId={streetId} round={data} cases={[]} />
        )
      }
    </Loaded>
  );
}

type Props = { streetId: string; round: RoundView; cases: DraftCase[] };

function EditRound({ streetId, round, cases }: Props): ReactElement {
  const t = useTexts();
  const saved = useSaved();
  const session = useSession();
  const { tree } = useArea();
  const navigate = useNavigate();
  const [draft, setDraft] = useState((): RoundDraft => ({ ...draftOf(round), cases }));
  const send = useWrite(changeRound, [readRound, listRounds, listHotlineCases]);
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
      {round.programmeId === null && mayDecide(session, tree, round.purpose, streetId) ? (
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
