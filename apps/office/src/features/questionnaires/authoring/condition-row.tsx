import { Button, InputNumber, Select } from 'antd';
import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import {
  operatorWords,
  operatorsOf,
  rowFor,
  wordsOf,
  type Comparison,
  type Question,
} from '@huhudao/questionnaire/authoring';
import { useLocale } from '@huhudao/ui';
import { useTexts } from '../../../i18n/index.ts';
import { entriesIn } from './entries.ts';
import { useAuthoring } from './use-authoring.ts';

type Props = {
  row: Comparison;
  number: number;
  questions: readonly Question[];
  onChange: (row: Comparison) => void;
  onRemove: () => void;
};

/** Question, comparison, value. */
export function ConditionRow({ row, number, questions, onChange, onRemove }: Props): ReactElement {
  const t = useTexts();
  const { readOnly } = useAuthoring();
  const say = useSay();
  const { locale } = useLocale();
  const question = questions.find((one) => one.name === row.question);
  // Of another kind of item one asks in another way: what an answer is, not whether there was one.
  const ask = (name: string): void => {
    const next = questions.find((one) => one.name === name);
    if (next === undefined) return;
    const [usual = 'notEmpty'] = operatorsOf(next);
    onChange(rowFor(next, next.type === question?.type ? row.op : usual, row));
  };
  return (
    <li className="condition-row">
      <Select
        className="condition-question"
        aria-label={t('authoring.conditionQuestion', { number })}
        disabled={readOnly}
        value={row.question}
        onChange={ask}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={360}
        options={questions.map((one) => ({ value: one.name, label: say(one.title) || one.name }))}
      />
      <Select
        className="condition-operator"
        aria-label={t('authoring.conditionOperator', { number })}
        disabled={readOnly || question === undefined}
        value={row.op}
        onChange={(op) => question !== undefined && onChange(rowFor(question, op, row))}
        options={(question === undefined ? [row.op] : operatorsOf(question)).map((value) => ({
          value,
          label: operatorWords[value][locale],
        }))}
      />
      {question === undefined ? null : <Value {...{ row, number, question, onChange }} />}
      {readOnly ? null : (
        <Button
          size="small"
          type="text"
          icon={<X size={14} aria-hidden />}
          aria-label={t('authoring.removeCondition', { number })}
          onClick={onRemove}
        />
      )}
    </li>
  );
}

type ValueProps = {
  row: Comparison;
  number: number;
  question: Question;
  onChange: (row: Comparison) => void;
};

function Value({ row, number, question, onChange }: ValueProps): ReactElement | null {
  const t = useTexts();
  const say = useSay();
  const { readOnly } = useAuthoring();
  const shared = {
    'aria-label': t('authoring.conditionValue', { number }),
    className: 'condition-value',
    disabled: readOnly,
  };
  if (!('value' in row || 'values' in row)) return null;
  if ('value' in row && typeof row.value === 'number') {
    const put = (value: number | null) => value !== null && onChange({ ...row, value } as Comparison);
    return <InputNumber {...shared} value={row.value} onChange={put} />;
  }
  if ('value' in row && typeof row.value === 'boolean') {
    const options = (['yes', 'no'] as const).map((value) => ({ value, label: t(`authoring.${value}`) }));
    return (
      <Select
        {...shared}
        value={row.value ? 'yes' : 'no'}
        onChange={(value) => onChange({ ...row, value: value === 'yes' } as Comparison)}
        options={options}
      />
    );
  }
  const codes = entriesIn(question, 'choices').map(({ value, text }) => ({
    value,
    label: say(text) || value,
  }));
  if ('values' in row) {
    const put = (values: string[]) => values.length > 0 && onChange({ ...row, values });
    return <Select {...shared} mode="multiple" value={row.values} onChange={put} options={codes} />;
  }
  const put = (value: string | number | boolean) => onChange({ ...row, value } as Comparison);
  return <Select {...shared} value={row.value} onChange={put} options={codes} />;
}

/** A text in the language on screen, empty where it is not written yet. */
function useSay(): (text: Question['title']) => string {
  const { locale } = useLocale();
  return (text) => {
    const { zh, en } = wordsOf(text);
    return locale === 'en' && en !== '' ? en : zh;
  };
}
