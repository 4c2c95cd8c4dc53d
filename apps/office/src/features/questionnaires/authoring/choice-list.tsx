import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { freshCode, readyChoices, type CodeList, type Question } from '@huhudao/questionnaire/authoring';
import { useTexts } from '../../../i18n/index.ts';
import { ChoiceRow } from './choice-row.tsx';
import { entriesIn, withEntries, type Entry } from './entries.ts';
import { useAuthoring, useChange } from './use-authoring.ts';

type Props = { question: Question; list: CodeList };

/** The choices of an item, or the rows or columns of a grid, in both languages. */
export function ChoiceList({ question, list }: Props): ReactElement {
  const t = useTexts();
  const { readOnly } = useAuthoring();
  const [showsCode, setShowsCode] = useState(false);
  const entries = entriesIn(question, list);
  const isCounted = 'indicator' in question && question.indicator !== undefined;
  return (
    <fieldset className="choice-list">
      <legend className="field-label">{t(`authoring.list.${list}`)}</legend>
      <ol>
        {entries.map((entry, index) => (
          <ChoiceRow
            key={`${index} ${entry.value}`}
            {...{ question, list, index, entry, entries, showsCode }}
          />
        ))}
      </ol>
      {readOnly ? null : <AddChoice question={question} list={list} entries={entries} />}
      {isCounted ? null : (
        <Button type="link" size="small" onClick={() => setShowsCode(!showsCode)}>
          {showsCode ? t('authoring.hideCodes') : t('authoring.showCodes')}
        </Button>
      )}
    </fieldset>
  );
}

type AddProps = Props & { entries: readonly Entry[] };

/** One more choice, or one of those that most items end with. */
function AddChoice({ question, list, entries }: AddProps): ReactElement {
  const t = useTexts();
  const change = useChange<Question>();
  const codes = entries.map((entry) => entry.value);
  const ready = readyFor(question, list).filter((code) => !codes.includes(code));
  // A new choice comes before those by which one declines to choose.
  const last = entries.findLastIndex((entry) => !declining.includes(entry.value)) + 1;
  const blank: Entry = { value: freshCode(codes, stems[list]), text: { default: '' } };
  return (
    <div className="row">
      <Button
        size="small"
        icon={<Plus size={14} aria-hidden />}
        onClick={() => change(withEntries(question, list, entries.toSpliced(last, 0, blank)))}
      >
        {t('authoring.addChoice')}
      </Button>
      {ready.map((code) => (
        <Button
          key={code}
          size="small"
          onClick={() => change(withEntries(question, list, [...entries, readyEntry(question, code)]))}
        >
          {t('authoring.addReady', { choice: t(`authoring.ready.${code}`) })}
        </Button>
      ))}
    </div>
  );
}

const stems: Readonly<Record<CodeList, string>> = { choices: 'choice', rows: 'row', columns: 'column' };
const declining: readonly string[] = Object.keys(readyChoices);
type Ready = keyof typeof readyChoices;

/** Of many choices one may also be none; a grid's rows are what is asked. */
function readyFor(question: Question, list: CodeList): Ready[] {
  if (list === 'rows') return [];
  if (list === 'columns') return ['cannotSay'];
  return takesSeveral(question) ? ['other', 'none', 'cannotSay'] : ['other', 'cannotSay'];
}

function takesSeveral(question: Question): boolean {
  return question.type === 'checkbox' || question.type === 'tagbox';
}

/** What declines to choose stands alone. */
function readyEntry(question: Question, code: Ready): Entry {
  const alone = takesSeveral(question) && code !== 'other';
  return { ...readyChoices[code], ...(alone ? { isExclusive: true } : {}) };
}
