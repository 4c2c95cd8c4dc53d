import { useCallback, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@huhudao/ui';
import { useMay } from '../../app/tablet.tsx';
import type { PlanBook } from '../../work/plan-book.ts';
import type { RoundView } from '../../work/round-view.ts';
import { AskedOfMe } from './asked-of-me.tsx';
import type { BoardItem } from './board-items.ts';
import { Board } from './board.tsx';
import { BoardHead, type Shown } from './board-head.tsx';
import { LeftList } from './left-list.tsx';
import { newForm, type FormStart } from './form-start.ts';
import { PlanSheet } from './plan-sheet.tsx';
import styles from './plan.module.css';
import { SlotSheet } from './slot-sheet.tsx';
import { SuggestionBar } from './suggestion-bar.tsx';
import { usePlanBook } from './use-plan-book.ts';
import { usePlanChanges } from './use-plan-changes.ts';
import { useSuggestion, type SuggestionHandle } from './use-suggestion.ts';

/** The calendar of a round, who is left, and what can be done about it. */
export function RoundPlan({ view }: { view: RoundView }) {
  const { t } = useTranslation('tablet');
  const mayPlan = useMay('plans.make', view.streetId);
  const book = usePlanBook(view);
  const suggestion = useSuggestion(book);
  const [shown, setShown] = useState<Shown>(() => firstShown(view));
  const { sheets, open, move } = useSheets(book, suggestion, shown.day);
  const onMove = mayPlan ? move : undefined;
  // The calendar is on the screen first: a street has hundreds of stairwells below it.
  const below = useDeferredValue<PlanBook | null>(book, null);
  return (
    <>
      {!mayPlan && <p className={styles['quiet']}>{t('plan.notPlanner')}</p>}
      <AskedOfMe book={book} />
      <BoardHead view={view} shown={shown} onShow={setShown} />
      {mayPlan && <SuggestionBar book={book} suggestion={suggestion} onAdd={() => open.form([])} />}
      <Board
        book={book}
        shown={shown}
        suggested={suggestion.slots}
        onShow={setShown}
        onOpen={open.item}
        onMove={onMove}
      />
      {mayPlan && below !== null && <LeftList book={below} onPlan={open.form} />}
      {sheets}
    </>
  );
}

function firstShown({ round }: RoundView): Shown {
  const now = today();
  const day = now < round.startsOn ? round.startsOn : now > round.deadline ? round.deadline : now;
  return { by: 'week', day };
}

/** What is open over the calendar: one slot, or a form. Moving without a form is dragging, or the arrow keys. */
function useSheets(book: PlanBook, suggestion: SuggestionHandle, day: string) {
  const changes = usePlanChanges(book.view);
  const [item, setItem] = useState<string | null>(null);
  const [form, setForm] = useState<FormStart | null>(null);
  const move = (of: BoardItem, to: { day: string; teamId: string }) => {
    if (of.plan === undefined) suggestion.change(of.slot.id, to);
    else void changes.move(of.plan, { ...of.slot, ...to });
  };
  const edit = (start: FormStart) => {
    setItem(null);
    setForm(start);
  };
  const sheets = (
    <>
      {item !== null && (
        <SlotSheet
          book={book}
          slotId={item}
          suggestion={suggestion}
          onEdit={edit}
          onClose={() => setItem(null)}
        />
      )}
      {form !== null && (
        <PlanSheet book={book} start={form} suggestion={suggestion} onClose={() => setForm(null)} />
      )}
    </>
  );
  const openForm = useCallback(
    (stairwellIds: readonly string[], on?: string) => setForm(newForm(book, stairwellIds, on ?? day)),
    [book, day],
  );
  const openItem = useCallback((of: BoardItem) => setItem(of.slot.id), []);
  return { sheets, open: { item: openItem, form: openForm }, move };
}
