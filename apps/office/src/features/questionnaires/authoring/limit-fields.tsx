import { Checkbox, Input, InputNumber } from 'antd';
import type { ReactElement } from 'react';
import type { Question } from '@huhudao/questionnaire/authoring';
import { useTexts } from '../../../i18n/index.ts';
import { DayInput } from '../../../parts/day-input.tsx';
import { TextPair } from './text-pair.tsx';
import { useAuthoring, useChange } from './use-authoring.ts';

/** What an answer of this kind may be, and what others do with it. */
export function LimitFields({ question }: { question: Question }): ReactElement | null {
  switch (question.type) {
    case 'checkbox':
    case 'tagbox':
      return (
        <>
          <Range
            {...{ question, low: 'minSelectedChoices', high: 'maxSelectedChoices', least: 1, most: 100 }}
          />
          <Flag question={question} property="shareTopics" />
        </>
      );
    case 'rating':
      return <RatingFields question={question} />;
    case 'comment':
      return <Lengths question={question} />;
    case 'text':
      return <InputFields question={question} />;
    case 'boolean':
      return <BooleanFields question={question} />;
    case 'matrix':
      return <Flag question={question} property="eachRowRequired" />;
    case 'radiogroup':
    case 'dropdown':
      return null;
  }
}

type Of<T extends Question['type']> = { question: Extract<Question, { type: T }> };

function RatingFields({ question }: Of<'rating'>): ReactElement {
  const t = useTexts();
  const change = useChange<Question>();
  return (
    <>
      <Range {...{ question, low: 'rateMin', high: 'rateMax', least: 0, most: 10 }} />
      {(['minRateDescription', 'maxRateDescription'] as const).map((property) => (
        <TextPair
          key={property}
          label={t(`authoring.limit.${property}`)}
          limit={200}
          text={question[property]}
          onChange={(text, language) => change({ ...question, [property]: text }, `${property} ${language}`)}
        />
      ))}
    </>
  );
}

function BooleanFields({ question }: Of<'boolean'>): ReactElement {
  const t = useTexts();
  const change = useChange<Question>();
  return (
    <>
      {(['labelTrue', 'labelFalse'] as const).map((property) => (
        <TextPair
          key={property}
          label={t(`authoring.limit.${property}`)}
          limit={200}
          text={question[property]}
          onChange={(text, language) => change({ ...question, [property]: text }, `${property} ${language}`)}
        />
      ))}
      <Flag question={question} property="asksContact" />
    </>
  );
}

function InputFields({ question }: Of<'text'>): ReactElement {
  const t = useTexts();
  const { readOnly } = useAuthoring();
  const change = useChange<Question>();
  if (question.inputType === 'number') {
    return <Range {...{ question, low: 'min', high: 'max', least: -1_000_000, most: 1_000_000 }} />;
  }
  if (question.inputType === 'date') return <Days question={question} />;
  const [pattern] = question.validators ?? [];
  return (
    <>
      <Lengths question={question} />
      <div className="field">
        <span className="field-label">{t('authoring.pattern')}</span>
        <Input
          className="pattern-input"
          aria-label={t('authoring.pattern')}
          placeholder={t('authoring.patternExample')}
          maxLength={200}
          readOnly={readOnly}
          value={pattern?.regex ?? ''}
          onChange={(event) => {
            const regex = event.target.value;
            const validators = regex === '' ? undefined : [{ ...pattern, type: 'regex' as const, regex }];
            change({ ...question, validators }, 'pattern');
          }}
        />
      </div>
    </>
  );
}

function Lengths({ question }: Of<'text' | 'comment'>): ReactElement {
  return <Limit {...{ question, property: 'maxLength', least: 1, most: 10_000 }} />;
}

function Days({ question }: Of<'text'>): ReactElement {
  const t = useTexts();
  const change = useChange<Question>();
  return (
    <div className="row">
      {(['min', 'max'] as const).map((property) => {
        const day = question[property];
        return (
          <DayInput
            key={property}
            aria-label={t(`authoring.limit.${property}`)}
            placeholder={t(`authoring.limit.${property}`)}
            value={typeof day === 'string' ? day : null}
            onChange={(next) => change({ ...question, [property]: next ?? undefined })}
          />
        );
      })}
    </div>
  );
}

type Bound =
  | 'min'
  | 'max'
  | 'rateMin'
  | 'rateMax'
  | 'minSelectedChoices'
  | 'maxSelectedChoices'
  | 'maxLength';
type LimitProps = { question: Question; property: Bound; least: number; most: number };

function Range(props: Omit<LimitProps, 'property'> & { low: Bound; high: Bound }): ReactElement {
  const { low, high, ...rest } = props;
  return (
    <div className="row">
      <Limit {...rest} property={low} />
      <Limit {...rest} property={high} />
    </div>
  );
}

function Limit({ question, property, least, most }: LimitProps): ReactElement {
  const t = useTexts();
  const { readOnly } = useAuthoring();
  const change = useChange<Question>();
  const value: unknown = Object.entries(question).find(([key]) => key === property)?.[1];
  return (
    <label className="row limit">
      <span className="field-label">{t(`authoring.limit.${property}`)}</span>
      <InputNumber
        min={least}
        max={most}
        disabled={readOnly}
        value={typeof value === 'number' ? value : null}
        onChange={(next) => change({ ...question, [property]: next ?? undefined }, property)}
      />
    </label>
  );
}

type FlagProps = { question: Question; property: 'shareTopics' | 'asksContact' | 'eachRowRequired' };

function Flag({ question, property }: FlagProps): ReactElement {
  const t = useTexts();
  const { readOnly } = useAuthoring();
  const change = useChange<Question>();
  const checked =
    property in question &&
    Object.entries(question).some(([key, value]) => key === property && value === true);
  return (
    <Checkbox
      checked={checked}
      disabled={readOnly}
      onChange={() => change({ ...question, [property]: checked ? undefined : true })}
    >
      {t(`authoring.flag.${property}`)}
    </Checkbox>
  );
}
