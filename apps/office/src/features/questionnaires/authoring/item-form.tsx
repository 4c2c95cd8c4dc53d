import { Checkbox, Select } from 'antd';
import type { ReactElement } from 'react';
import {
  asKind,
  isSingleChoice,
  itemKinds,
  kindOf,
  secondsToAsk,
  type Question,
} from '@huhudao/questionnaire/authoring';
import { useTexts } from '../../../i18n/index.ts';
import { BankOrigin } from './bank-origin.tsx';
import { ChoiceList } from './choice-list.tsx';
import { ConditionField } from './condition-field.tsx';
import { IndicatorFields } from './indicator-fields.tsx';
import { LimitFields } from './limit-fields.tsx';
import { PartName } from './part-name.tsx';
import { TextPair } from './text-pair.tsx';
import { useAuthoring, useChange } from './use-authoring.ts';

/** One item: what is asked, what can be answered, how it counts, and of whom it is asked. */
export function ItemForm({ question }: { question: Question }): ReactElement {
  const t = useTexts();
  const { kind } = useAuthoring();
  const change = useChange<Question>();
  return (
    <>
      <BankOrigin question={question} />
      <KindRow question={question} />
      <TextPair
        label={t('authoring.question')}
        isTitle
        text={question.title}
        onChange={(title, language) =>
          change({ ...question, title: title ?? { default: '' } }, `title ${language}`)
        }
      />
      <TextPair
        label={t('authoring.hint')}
        text={question.description}
        onChange={(description, language) => change({ ...question, description }, `description ${language}`)}
      />
      {isSingleChoice(question) && kind === 'questionnaire' ? <IndicatorFields question={question} /> : null}
      {'choices' in question ? <ChoiceList question={question} list="choices" /> : null}
      {question.type === 'matrix' ? (
        <>
          <ChoiceList question={question} list="rows" />
          <ChoiceList question={question} list="columns" />
        </>
      ) : null}
      <LimitFields question={question} />
      <ConditionField part={question} />
      <PartName part={question} />
    </>
  );
}

function KindRow({ question }: { question: Question }): ReactElement {
  const t = useTexts();
  const { readOnly } = useAuthoring();
  const change = useChange<Question>();
  const required = question.isRequired === true;
  return (
    <div className="row">
      <Select
        aria-label={t('authoring.kindLabel')}
        className="kind-select"
        disabled={readOnly}
        value={kindOf(question)}
        onChange={(kind) => change(asKind(question, kind))}
        options={itemKinds.map((value) => ({ value, label: t(`authoring.kind.${value}`) }))}
      />
      <Checkbox
        checked={required}
        disabled={readOnly}
        onChange={() => change({ ...question, isRequired: required ? undefined : true })}
      >
        {t('authoring.required')}
      </Checkbox>
      <span className="muted small">
        {t('authoring.seconds', { seconds: Math.round(secondsToAsk(question)) })}
      </span>
    </div>
  );
}
