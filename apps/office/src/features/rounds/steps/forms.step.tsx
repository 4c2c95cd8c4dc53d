import { Form } from 'antd';
import type { ReactElement } from 'react';
import { listQuestionnaires } from '@huhudao/protocol';
import { useRead } from '../../../api/client.ts';
import { useTexts } from '../../../i18n/index.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import type { StepProps } from '../round-form.tsx';
import { AdultsChoice } from './adults-choice.tsx';
import { VersionChoice } from './version-choice.tsx';

/** Which published questionnaire is asked and which visit form is filled in. Opening the round freezes both. */
export function FormsStep({ draft, change }: StepProps): ReactElement {
  const t = useTexts();
  const forms = useRead(listQuestionnaires, {});
  return (
    <Loaded of={forms}>
      {(all) => (
        <Form layout="vertical" component="div">
          {draft.purpose === 'hotline' ? (
            <p className="muted">{t('hotline.noQuestionnaire')}</p>
          ) : (
            <VersionChoice
              id="round-questionnaire"
              label={t('round.questionnaire')}
              hint={draft.purpose === 'coverage' ? t('round.questionnaireOptional') : undefined}
              forms={all.filter((one) => one.kind === 'questionnaire')}
              value={draft.questionnaireHash}
              onChange={(questionnaireHash) => change({ questionnaireHash })}
            />
          )}
          <VersionChoice
            id="round-visit-form"
            label={t('round.visitForm')}
            forms={all.filter((one) => one.kind === 'visitForm')}
            value={draft.visitFormHash}
            onChange={(visitFormHash) => change({ visitFormHash })}
          />
          {draft.purpose === 'measurement' ? <AdultsChoice draft={draft} change={change} /> : null}
        </Form>
      )}
    </Loaded>
  );
}
