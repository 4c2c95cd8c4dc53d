import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { counts, type Counts } from '@huhudao/domain';
import {
  isSingleChoice,
  usualCodes,
  withCodeRenamed,
  withUsualCode,
  withWords,
  wordsOf,
  type CodeList,
  type Question,
} from '@huhudao/questionnaire/authoring';
import { useTexts } from '../../../i18n/index.ts';
import { withEntries, type Entry } from './entries.ts';
import { NameInput } from './name-input.tsx';
import { useAuthoring, useChange } from './use-authoring.ts';

type Props = {
  question: Question;
  list: CodeList;
  index: number;
  entry: Entry;
  entries: readonly Entry[];
  /** Codes are given by themselves; most authors never look at them. */
  showsCode: boolean;
};

/** One choice: its words, how it counts, and the code answers are stored under. */
export function ChoiceRow({ question, list, index, entry, entries, showsCode }: Props): ReactElement {
  const t = useTexts();
  const { readOnly } = useAuthoring();
  const changeItem = useChange<Question>();
  const words = wordsOf(entry.text);
  const number = index + 1;
  const put = (next: Entry, field?: string): void =>
    changeItem(
      withEntries(question, list, entries.with(index, next)),
      field === undefined ? undefined : `${list} ${index} ${field}`,
    );
  return (
    <li className="choice-row">
      {(['zh', 'en'] as const).map((language) => (
        <Input
          key={language}
          className="choice-words"
          aria-label={t(`authoring.choiceWords.${language}`, { number })}
          placeholder={t(`authoring.language.${language}`)}
          maxLength={200}
          readOnly={readOnly}
          value={words[language]}
          onChange={(event) =>
            put({ ...entry, text: withWords(entry.text, language, event.target.value) }, `text ${language}`)
          }
        />
      ))}
      <Counting question={question} entry={entry} number={number} put={put} />
      <Code {...{ question, list, index, entry, entries, showsCode }} />
      {readOnly ? null : <RowTools {...{ question, list, index, entries }} />}
    </li>
  );
}

/** The code answers are stored under: one of the indicator's where the item counts, so that rates can be compared. */
function Code({ question, list, index, entry, entries, showsCode }: Props): ReactElement | null {
  const t = useTexts();
  const { definition, place, change, readOnly } = useAuthoring();
  const number = index + 1;
  const others = entries.filter((one) => one !== entry).map((one) => one.value);
  if (isSingleChoice(question) && question.indicator !== undefined) {
    const codes = usualCodes(question.indicator);
    const known = codes.includes(entry.value);
    const free = codes.filter((code) => !others.includes(code));
    return (
      <Select<string | null>
        className="code-select"
        aria-label={t('authoring.meansOf', { number })}
        placeholder={t('authoring.means')}
        disabled={readOnly}
        status={known ? '' : 'error'}
        value={known ? entry.value : null}
        onChange={(code) => code !== null && change(withUsualCode(definition, place, index, code))}
        options={free.map((value) => ({ value, label: t(`codes.${value as 'know'}`) }))}
      />
    );
  }
  if (!showsCode) return null;
  return (
    <NameInput
      label={t('authoring.choiceCode', { number })}
      value={entry.value}
      taken={others}
      onCommit={(code) => change(withCodeRenamed(definition, place, { list, index, code }))}
    />
  );
}

type CountingProps = {
  question: Question;
  entry: Entry;
  number: number;
  put: (next: Entry, field?: string) => void;
};

/** How a choice counts: towards a rate, and towards a mean; or whether it stands alone. */
function Counting({ question, entry, number, put }: CountingProps): ReactElement | null {
  const t = useTexts();
  const { readOnly } = useAuthoring();
  if (question.type === 'checkbox' || question.type === 'tagbox') {
    return (
      <Checkbox
        checked={entry.isExclusive === true}
        disabled={readOnly}
        onChange={() => put({ ...entry, isExclusive: entry.isExclusive === true ? undefined : true })}
      >
        {t('authoring.exclusive')}
      </Checkbox>
    );
  }
  if (!isSingleChoice(question) || question.indicator === undefined) return null;
  return (
    <>
      <Select<Counts | null>
        className="counts-select"
        aria-label={t('authoring.countsOf', { number })}
        placeholder={t('authoring.counts')}
        disabled={readOnly}
        value={entry.counts ?? null}
        onChange={(next) => put({ ...entry, counts: next ?? undefined })}
        options={counts.map((value) => ({ value, label: t(`authoring.countsWord.${value}`) }))}
      />
      <InputNumber
        className="score-input"
        aria-label={t('authoring.scoreOf', { number })}
        placeholder={t('authoring.score')}
        min={-1000}
        max={1000}
        controls={false}
        disabled={readOnly}
        value={entry.score ?? null}
        onChange={(score) => put({ ...entry, score: score ?? undefined }, 'score')}
      />
    </>
  );
}

type ToolsProps = Omit<Props, 'entry' | 'showsCode'>;

function RowTools({ question, list, index, entries }: ToolsProps): ReactElement {
  const t = useTexts();
  const change = useChange<Question>();
  const put = (next: readonly Entry[]): void => change(withEntries(question, list, next));
  const swap = (other: number): void => {
    const [one, two] = [entries[index], entries[other]];
    if (one !== undefined && two !== undefined) put(entries.with(index, two).with(other, one));
  };
  const number = index + 1;
  const tools = [
    {
      key: 'up' as const,
      icon: <ArrowUp size={14} aria-hidden />,
      off: index === 0,
      run: () => swap(index - 1),
    },
    {
      key: 'down' as const,
      icon: <ArrowDown size={14} aria-hidden />,
      off: index + 1 === entries.length,
      run: () => swap(index + 1),
    },
    {
      key: 'remove' as const,
      icon: <X size={14} aria-hidden />,
      off: false,
      run: () => put(entries.toSpliced(index, 1)),
    },
  ];
  return (
    <span className="choice-tools">
      {tools.map(({ key, icon, off, run }) => (
        <Button
          key={key}
          size="small"
          type="text"
          icon={icon}
          disabled={off}
          aria-label={t(`authoring.choiceTool.${key}`, { number })}
          onClick={run}
        />
      ))}
    </span>
  );
}
