import { Button, Input, Segmented } from 'antd';
import { Plus } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import {
  operatorsOf,
  questionsOf,
  pathOf,
  rowFor,
  rowsOf,
  textOfRows,
  type ConditionRows,
  type Part,
  type Question,
} from '@huhudao/questionnaire/authoring';
import { useTexts } from '../../../i18n/index.ts';
import { ConditionRow } from './condition-row.tsx';
import { useAuthoring, useChange } from './use-authoring.ts';

/** Of whom the part is asked: of everyone, or where rows about earlier answers hold. The text form is always beside. */
export function ConditionField({ part }: { part: Part }): ReactElement {
  const t = useTexts();
  const change = useChange<Part>();
  const { readOnly } = useAuthoring();
  const [asText, setAsText] = useState(false);
  const text = part.visibleIf ?? '';
  const rows = text === '' ? ({ join: 'and', rows: [] } as ConditionRows) : rowsOf(text);
  const written = asText || rows === null;
  const put = (visibleIf: string | undefined, field?: string): void => change({ ...part, visibleIf }, field);
  return (
    <fieldset className="condition">
      <legend className="field-label">{t('authoring.condition')}</legend>
      {written ? (
        <>
          <Input.TextArea
            aria-label={t('authoring.conditionText')}
            autoSize={{ minRows: 1, maxRows: 4 }}
            className="condition-text"
            maxLength={1000}
            readOnly={readOnly}
            spellCheck={false}
            value={text}
            onChange={(event) => put(event.target.value === '' ? undefined : event.target.value, 'visibleIf')}
          />
          {rows === null ? <p className="muted small">{t('authoring.conditionNested')}</p> : null}
        </>
      ) : (
        <Rows rows={rows} onChange={(next) => put(textOfRows(next))} />
      )}
      {rows === null || text === '' ? null : (
        <Button type="link" size="small" onClick={() => setAsText(!asText)}>
          {asText ? t('authoring.asRows') : t('authoring.asText')}
        </Button>
      )}
    </fieldset>
  );
}

type RowsProps = { rows: ConditionRows; onChange: (rows: ConditionRows) => void };

function Rows({ rows: { join, rows }, onChange }: RowsProps): ReactElement {
  const t = useTexts();
  const { readOnly } = useAuthoring();
  const earlier = useEarlier();
  const last = earlier.at(-1);
  const add = (question: Question): void => {
    const [op = 'notEmpty'] = operatorsOf(question);
    onChange({ join, rows: [...rows, rowFor(question, op)] });
  };
  return (
    <>
      {rows.length === 0 ? <p className="muted small">{t('authoring.askedOfAll')}</p> : null}
      {rows.length < 2 ? null : (
        <Segmented
          size="small"
          aria-label={t('authoring.join')}
          disabled={readOnly}
          value={join}
          onChange={(next) => onChange({ join: next, rows })}
          options={(['and', 'or'] as const).map((value) => ({
            value,
            label: t(`authoring.joinWord.${value}`),
          }))}
        />
      )}
      <ul>
        {rows.map((row, index) => (
          <ConditionRow
            key={`row ${index}`}
            row={row}
            number={index + 1}
            questions={earlier}
            onChange={(next) => onChange({ join, rows: rows.with(index, next) })}
            onRemove={() => onChange({ join, rows: rows.toSpliced(index, 1) })}
          />
        ))}
      </ul>
      {readOnly || last === undefined ? null : (
        <Button size="small" icon={<Plus size={14} aria-hidden />} onClick={() => add(last)}>
          {t('authoring.addCondition')}
        </Button>
      )}
    </>
  );
}

/** Conditions look back only: the items before the part on screen. */
function useEarlier(): Question[] {
  const { definition, place } = useAuthoring();
  const here = pathOf(place);
  const placed = questionsOf(definition);
  const first = placed.findIndex(({ path }) => path === here || path.startsWith(`${here}.`));
  const before = first === -1 ? placed : placed.slice(0, first);
  return before.map(({ question }) => question);
}
