import { Button, Drawer, Form } from 'antd';
import { useState, type ReactElement } from 'react';
import { createProgramme, listProgrammes, listQuestionnaires, listRounds } from '@huhudao/protocol';
import { useRead, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useSaved } from '../../parts/notify.ts';
import { ProblemNote } from '../../parts/problem.tsx';
import { usualVisitForm } from '../rounds/round-draft.ts';
import { VersionChoice } from '../rounds/steps/version-choice.tsx';
import { bodyOf, emptyProgramme, type ProgrammeDraft } from './programme-draft.ts';
import '../rounds/rounds.css';
import { SizeFields, StreetFields, WhenFields } from './programme-fields.tsx';

type Props = { districtId: string; open: boolean; close: () => void };

/** One page: which streets, how many doors, what is asked, when. Nothing of it can be changed afterwards. */
export function NewProgramme({ districtId, open, close }: Props): ReactElement {
  const t = useTexts();
  return (
    <Drawer open={open} title={t('programme.new')} size={560} destroyOnHidden onClose={close}>
      <ProgrammeForm districtId={districtId} close={close} />
    </Drawer>
  );
}

function ProgrammeForm({ districtId, close }: Omit<Props, 'open'>): ReactElement {
  const t = useTexts();
  const saved = useSaved();
  const forms = useRead(listQuestionnaires, {});
  const [kept, setDraft] = useState(emptyProgramme);
  const create = useWrite(createProgramme, [listProgrammes, listRounds]);
  const draft = { ...kept, visitFormHash: kept.visitFormHash ?? usualVisitForm(forms.data ?? []) };
  const change = (next: Partial<ProgrammeDraft>): void => setDraft((old) => ({ ...old, ...next }));
  const body = bodyOf(draft);
  const send = (): void => {
    if (body !== undefined) create.mutate({ params: { areaId: districtId }, body }, saved(close));
  };
  return (
    <Loaded of={forms}>
      {(all) => (
        <Form layout="vertical" component="div">
          <StreetFields draft={draft} change={change} districtId={districtId} />
          <SizeFields draft={draft} change={change} />
          <VersionChoice
            id="programme-questionnaire"
            label={t('round.questionnaire')}
            forms={all.filter(({ kind }) => kind === 'questionnaire')}
            value={draft.questionnaireHash}
            onChange={(questionnaireHash) => change({ questionnaireHash })}
          />
          <VersionChoice
            id="programme-visit-form"
            label={t('round.visitForm')}
            forms={all.filter(({ kind }) => kind === 'visitForm')}
            value={draft.visitFormHash}
            onChange={(visitFormHash) => change({ visitFormHash })}
          />
          <WhenFields draft={draft} change={change} />
          <p className="muted">{t('programme.fixed')}</p>
          <Button type="primary" disabled={body === undefined} loading={create.isPending} onClick={send}>
            {t('programme.begin')}
          </Button>
          {create.isError ? <ProblemNote error={create.error} /> : null}
        </Form>
      )}
    </Loaded>
  );
}
