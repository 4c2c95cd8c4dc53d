import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import { concernsEverybody } from '@huhudao/domain';
import { formatDay, today, useLocale } from '@huhudao/ui';
import { Button, Note, Sheet } from '@huhudao/ui/components';
import { useMay } from '../../app/tablet.tsx';
import type { PlanBook } from '../../work/plan-book.ts';
import type { PlannedVisit } from '../../work/plans.ts';
import { DoorNoticeSheet } from '../door-notice/door-notice-sheet.tsx';
import { itemsOn, type BoardItem } from './board-items.ts';
import { Capacity } from './capacity.tsx';
import type { FormStart } from './form-start.ts';
import styles from './plan.module.css';
import { usePlanWords } from './plan-words.ts';
import { State } from './slot-card.tsx';
import { usePlanChanges } from './use-plan-changes.ts';
import type { SuggestionHandle } from './use-suggestion.ts';

type Props = {
  book: PlanBook;
  slotId: string;
  suggestion: SuggestionHandle;
  onEdit: (start: FormStart) => void;
  onClose: () => void;
};

/** One slot: what is known of it, and everything that can be done with it by tapping. */
export function SlotSheet({ book, slotId, suggestion, onEdit, onClose }: Props) {
  const { t } = useTranslation('tablet');
  const item = findItem(book, suggestion, slotId);
  return (
    <Sheet title={t('plan.details')} open onClose={onClose}>
      {item !== undefined && (
        <div className={styles['sheet']}>
          <Facts book={book} item={item} />
          <Actions book={book} item={item} suggestion={suggestion} onEdit={onEdit} onClose={onClose} />
        </div>
      )}
    </Sheet>
  );
}

function findItem(book: PlanBook, { slots }: SuggestionHandle, slotId: string): BoardItem | undefined {
  const day = [...book.plans, ...slots].find(({ id }) => id === slotId)?.day;
  if (day === undefined) return undefined;
  return itemsOn(book, [day], slots)
    .get(day)
    ?.items.find(({ slot }) => slot.id === slotId);
}

function Facts({ book, item }: { book: PlanBook; item: BoardItem }) {
  const { locale } = useLocale();
  const words = usePlanWords(book);
  const { slot, plan, suggested, clashes } = item;
  return (
    <>
      <h3>{words.at(slot.stairwellId)}</h3>
      <p>
        {formatDay(slot.day, locale)} {slot.from}–{slot.until} · {words.team(slot.teamId)}
      </p>
      <State item={item} />
      <Capacity pace={book.paceOf(slot.teamId)} window={slot} left={item.left} />
      {plan !== undefined && plan.note !== null && <p>{plan.note}</p>}
      {suggested !== undefined && (
        <ul className={styles['reasons']}>
          {suggested.reasons.map((reason) => (
            <li key={reason.code}>{words.reason(reason)}</li>
          ))}
        </ul>
      )}
      {clashes.length > 0 && (
        <Note kind="warning">
          {clashes.map((clash, index) => (
            <p key={`${clash.kind} ${index}`}>{words.clash(clash, slot)}</p>
          ))}
        </Note>
      )}
    </>
  );
}

type ActionProps = Pick<Props, 'book' | 'suggestion' | 'onEdit' | 'onClose'> & { item: BoardItem };

function Actions({ book, item: { slot, plan }, suggestion, onEdit, onClose }: ActionProps) {
  const { t } = useTranslation('tablet');
  const mayPlan = useMay('plans.make', book.view.streetId);
  const changes = usePlanChanges(book.view);
  if (!mayPlan) return null;
  const then = async (done: Promise<boolean>) => {
    if (await done) onClose();
  };
  const edit = () => onEdit({ replaces: slot.id, stairwellIds: [slot.stairwellId], ...slot });
  const takeOut = () => {
    suggestion.takeOut(slot.id);
    onClose();
  };
  const ahead = slot.day >= today();
  return (
    <div className={styles['stack']}>
      {plan?.asksMe === true && (
        <Button look="primary" size="large" wide onPress={() => void then(changes.accept([plan]))}>
          {t('plan.accept')}
        </Button>
      )}
      {(plan === undefined || (plan.mine && ahead)) && (
        <Button wide onPress={edit}>
          {t('plan.move')}
        </Button>
      )}
      {plan === undefined && (
        <Button wide onPress={takeOut}>
          {t('plan.takeOut')}
        </Button>
      )}
      {plan !== undefined && ahead && <NoticeButton book={book} plan={plan} />}
      {plan?.mine === true && (
        <Button wide onPress={() => void then(changes.cancel(plan))}>
          {plan.asksMe ? t('plan.decline') : t('plan.cancel')}
        </Button>
      )}
    </div>
  );
}

/** A visit that is planned can be announced, where it concerns the whole stairwell. */
function NoticeButton({ book, plan }: { book: PlanBook; plan: PlannedVisit }) {
  const { t } = useTranslation('tablet');
  const [open, setOpen] = useState(false);
  if (!concernsEverybody(book.view.round.purpose)) return null;
  return (
    <>
      <Button wide onPress={() => setOpen(true)}>
        {t('doorNotice.title')}
      </Button>
      {open && <DoorNoticeSheet book={book} plan={plan} onClose={() => setOpen(false)} />}
    </>
  );
}
