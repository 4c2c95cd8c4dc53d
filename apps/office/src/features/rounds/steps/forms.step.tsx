import { Form, Select } from 'antd';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { listQuestionnaires, type QuestionnaireView } from '@huhudao/protocol';
import { useRead } from '../../../api/client.ts';
import { useTexts } from '../../../i18n/index.ts';
import { EmptyHint } from '../../../parts/empty.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import type { StepProps } from '../round-form.tsx';
import { AdultsChoice } from './adults-choice.tsx';

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

type ChoiceProps = {
  id: string;
  label: string;
  hint?: string | undefined;
  forms: QuestionnaireView[];
  value: string | null;
  onChange: (hash: string | null) => void;
};

function VersionChoice({ id, label, hint, forms, value, onChange }: ChoiceProps): ReactElement {
  const t = useTexts();
  const title = useTitle();
  const options = forms
    .filter((one) => !one.retired)
    .flatMap((one) =>
      one.versions.map((version) => ({
        value: version.hash,
        label: t('round.versionOption', {
          title: title(version.title),
          number: version.number,
        }),
      })),
    );
  return (
    <Form.Item label={label} htmlFor={id} extra={hint}>
      {options.length === 0 ? (
        <EmptyHint title={t('round.noVersion')} hint={t('round.noVersionHint')}>
          <Link to="/questionnaires">{t('shell.menu.questionnaires')}</Link>
        </EmptyHint>
      ) : (
        <Select
          id={id}
          allowClear={{ label: t('shell.clear') }}
          value={value}
          options={options}
          onChange={(hash) => onChange(hash ?? null)}
        />
      )}
    </Form.Item>
  );
}
