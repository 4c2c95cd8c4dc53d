import { Form, Select } from 'antd';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { QuestionnaireView } from '@huhudao/protocol';
import { useTexts } from '../../../i18n/index.ts';
import { EmptyHint } from '../../../parts/empty.tsx';
import { useTitle } from '../../../parts/use-title.ts';

type ChoiceProps = {
  id: string;
  label: string;
  hint?: string | undefined;
  forms: QuestionnaireView[];
  value: string | null;
  onChange: (hash: string | null) => void;
};

/** One of the published versions that are not retired. */
export function VersionChoice({ id, label, hint, forms, value, onChange }: ChoiceProps): ReactElement {
  const t = useTexts();
  const title = useTitle();
  const options = forms
    .flatMap((one) => one.versions)
    .filter((version) => !version.retired)
    .map((version) => ({
      value: version.hash,
      label: t('round.versionOption', { title: title(version.title), number: version.number }),
    }));
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
