import { useTranslation } from 'react-i18next';
import { visitingHours, type TimeWindow } from '@huhudao/domain';
import { sentenceOf } from '@huhudao/protocol';
import { today, useLocale } from '@huhudao/ui';
import { Button, Note, SelectField, Sheet, TextField } from '@huhudao/ui/components';
import { leftIn, type PlanBook } from '../../work/plan-book.ts';
import { Capacity } from './capacity.tsx';
import { useDraftPlan, type DraftPlan } from './draft-plan.ts';
import { windowsOn, type FormStart } from './form-start.ts';
import styles from './plan.module.css';
import { usePlanWords } from './plan-words.ts';
import { StairwellPicker } from './stairwell-picker.tsx';
import type { SuggestionHandle } from './use-suggestion.ts';

type Props = { book: PlanBook; start: FormStart; suggestion: SuggestionHandle; onClose: () => void };

/** Stairwells × day × window × team. What clashes is said while it is chosen, by the rules the server has too. */
export function PlanSheet({ book, start, suggestion, onClose }: Props) {
  const { t } = useTranslation('tablet');
  const draft = useDraftPlan(book, start, suggestion);
  const { wanted, change, note, setNote, refusal } = draft;
  const moves = start.replaces !== null;
  return (
    <Sheet title={moves ? t('plan.move') : t('plan.add')} open onClose={onClose}>
      <form
        className={styles['sheet']}
        onSubmit={(event) => {
          event.preventDefault();
          void draft.save().then((saved) => saved && onClose());
        }}
      >
        {moves ? (
          <Where book={book} ids={wanted.stairwellIds} />
        ) : (
          <StairwellPicker
            book={book}
            chosen={wanted.stairwellIds}
            onChoose={(stairwellIds) => change({ stairwellIds })}
          />
        )}
        <SelectField
          label={t('plan.team')}
          value={wanted.teamId}
          onChange={(teamId) => change({ teamId })}
          choices={book.teams.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <When book={book} draft={draft} />
        {!moves && <TextField label={t('plan.note')} value={note} onChange={setNote} maxLength={200} />}
        <Forecast book={book} draft={draft} />
        <Button
          submits
          look="primary"
          size="large"
          wide
          disabled={refusal !== undefined || draft.laid.length === 0}
        >
          {moves ? t('plan.saveMove') : t('plan.save')}
        </Button>
      </form>
    </Sheet>
  );
}

function Where({ book, ids }: { book: PlanBook; ids: readonly string[] }) {
  const words = usePlanWords(book);
  return <h3>{ids.map(words.at).join(' ')}</h3>;
}

/** One of the round's windows at one touch, or any other time. */
function When({ book, draft: { wanted, change } }: { book: PlanBook; draft: DraftPlan }) {
  const { t } = useTranslation('tablet');
  const { round } = book.view;
  const windows = windowsOn(book, wanted.day);
  const current = windows.find(({ from, until }) => from === wanted.from && until === wanted.until);
  const keyOf = ({ from, until }: TimeWindow) => `${from}–${until}`;
  const field = (name: 'from' | 'until') => (
    <TextField
      type="time"
      label={t(`plan.${name}`)}
      value={wanted[name]}
      min={visitingHours.from}
      max={visitingHours.until}
      onChange={(value) => change({ [name]: value })}
    />
  );
  return (
    <div className={styles['window']}>
      <TextField
        type="date"
        label={t('plan.day')}
        value={wanted.day}
        min={round.startsOn > today() ? round.startsOn : today()}
        max={round.deadline}
        onChange={(day) => change({ day })}
      />
      <SelectField
        label={t('plan.window')}
        value={current === undefined ? '' : keyOf(current)}
        onChange={(key) => change(windows.find((one) => keyOf(one) === key) ?? {})}
        choices={[
          ...windows.map((one) => ({ value: keyOf(one), label: keyOf(one) })),
          { value: '', label: t('plan.otherWindow') },
        ]}
      />
      {field('from')}
      {field('until')}
    </div>
  );
}

/** What will come of it, before it is planned. */
function Forecast({ book, draft }: { book: PlanBook; draft: DraftPlan }) {
  const { t } = useTranslation(['tablet', 'ui']);
  const { locale } = useLocale();
  const words = usePlanWords(book);
  const { wanted, laid, leftOut, refusal, clashes } = draft;
  const left = wanted.stairwellIds.reduce((sum, id) => sum + leftIn(book.stairwells.get(id)), 0);
  return (
    <>
      {wanted.stairwellIds.length > 0 && (
        <Capacity pace={book.paceOf(wanted.teamId)} window={wanted} left={left} />
      )}
      {laid.length > 1 && (
        <ul className={styles['reasons']}>
          {laid.map(({ stairwellId, from, until }) => (
            <li key={stairwellId}>
              {from}–{until} {words.at(stairwellId)}
            </li>
          ))}
        </ul>
      )}
      {leftOut.length > 0 && (
        <p>
          {t('tablet:plan.leftOut', { places: leftOut.map(words.at).join(t('ui:common.listSeparator')) })}
        </p>
      )}
      {refusal !== undefined && (
        <Note kind="problem" live>
          <p>{sentenceOf({ code: refusal, details: {} }, locale)}</p>
        </Note>
      )}
      {clashes.length > 0 && (
        <Note kind="warning" live>
          {clashes.map(({ clash, slot }, index) => (
            <p key={`${clash.kind} ${index}`}>{words.clash(clash, slot)}</p>
          ))}
        </Note>
      )}
    </>
  );
}
