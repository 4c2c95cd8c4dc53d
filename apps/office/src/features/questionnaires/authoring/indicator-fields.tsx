import { Button, Checkbox, Select } from 'antd';
import type { ReactElement } from 'react';
import { indicators, type Indicator } from '@huhudao/domain';
import { usualChoices, withIndicator, type SingleChoice } from '@huhudao/questionnaire/authoring';
import { useTexts } from '../../../i18n/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { useAuthoring, useChange } from './use-authoring.ts';

/** Which rate the item counts towards, and whether the rate is made from it. */
export function IndicatorFields({ question }: { question: SingleChoice }): ReactElement {
  const t = useTexts();
  const words = useWords();
  const { readOnly } = useAuthoring();
  const change = useChange<SingleChoice>();
  const { indicator } = question;
  return (
    <div className="row">
      <span className="field-label">{t('authoring.countsTowards')}</span>
      <Select<Indicator | 'none'>
        aria-label={t('authoring.countsTowards')}
        className="kind-select"
        disabled={readOnly}
        value={indicator ?? 'none'}
        onChange={(next) => change(withIndicator(question, next === 'none' ? undefined : next))}
        options={[
          { value: 'none', label: t('authoring.noIndicator') },
          ...indicators.map((value) => ({ value, label: words.indicator(value) })),
        ]}
      />
      {indicator === undefined ? null : (
        <>
          <Checkbox
            checked={question.headline === true}
            disabled={readOnly}
            onChange={() => change({ ...question, headline: question.headline === true ? undefined : true })}
          >
            {t('authoring.headline')}
          </Checkbox>
          <Button
            size="small"
            disabled={readOnly}
            onClick={() => change({ ...question, choices: usualChoices(indicator) })}
          >
            {t('authoring.usualChoices')}
          </Button>
        </>
      )}
    </div>
  );
}
