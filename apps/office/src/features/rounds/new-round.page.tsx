import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { createRound, listQuestionnaires, listRounds } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/problem.tsx';
import { CopyFormer } from './copy-former.tsx';
import { bodyOf, usualVisitForm } from './round-draft.ts';
import { RoundForm } from './round-form.tsx';
import { useKeptDraft } from './use-kept-draft.ts';

/** A new round. It is saved as a draft first; opening it is a step of its own. */
export function NewRoundPage(): ReactElement {
  const t = useTexts();
  const { tree, area } = useArea();
  const street = tree.find(area.streetId) ?? area;
  if (street.kind !== 'street') {
    return <EmptyHint title={t('round.chooseStreet')} hint={t('round.chooseStreetHint')} />;
  }
  return <NewRound key={street.id} streetId={street.id} />;
}

function NewRound({ streetId }: { streetId: string }): ReactElement {
  const t = useTexts();
  const navigate = useNavigate();
  const [kept, change, forget] = useKeptDraft(streetId);
  const forms = useRead(listQuestionnaires, {});
  const draft = { ...kept, visitFormHash: kept.visitFormHash ?? usualVisitForm(forms.data ?? []) };
  const create = useWrite(createRound, [listRounds]);
  const body = bodyOf(draft);

  function save(): void {
    if (body === undefined) return;
    create.mutate(
      { params: { areaId: streetId }, body },
      {
        onSuccess: (round) => {
          forget();
          void navigate({ to: '/rounds/$roundId', params: { roundId: round.id } });
        },
      },
    );
  }

  return (
    <>
      <PageHead title={t('round.newTitle')}>
        <Button
          onClick={() => {
            forget();
            void navigate({ to: '/rounds' });
          }}
        >
          {t('round.giveUp')}
        </Button>
      </PageHead>
      <CopyFormer draft={kept} change={change} streetId={streetId} />
      <RoundForm
        draft={draft}
        change={change}
        streetId={streetId}
        finish={
          <Button type="primary" disabled={body === undefined} loading={create.isPending} onClick={save}>
            {t('round.saveDraft')}
          </Button>
        }
      />
      {create.isError ? <ProblemNote error={create.error} /> : null}
    </>
  );
}
