import { Check, GripVertical, Hourglass, Sparkles, TriangleAlert } from 'lucide-react';
import { memo, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '@huhudao/ui/stairwell-grid';
import type { PlanBook } from '../../work/plan-book.ts';
import type { BoardItem } from './board-items.ts';
import styles from './plan.module.css';
import { usePlanWords } from './plan-words.ts';
import { useDrag } from './use-drag.ts';

type Props = {
  book: PlanBook;
  item: BoardItem;
  onOpen: (item: BoardItem) => void;
  /** To another column; undefined where it is not to be moved. */
  onMove: ((key: string) => void) | undefined;
  neighbours: { before: string | undefined; after: string | undefined };
};

/** One slot in the calendar: tap to open it, drag it by its handle, or move it by the arrow keys. */
export const SlotCard = memo(function SlotCard({ book, item, onOpen, onMove, neighbours }: Props) {
  const { t } = useTranslation('tablet');
  const words = usePlanWords(book);
  const { slot } = item;
  const time = `${slot.from}–${slot.until}`;
  const place = words.at(slot.stairwellId);
  return (
    <li className={styles['slot']} data-moves data-suggested={item.plan === undefined || undefined}>
      <button type="button" className={styles['open']} onClick={() => onOpen(item)}>
        <b>{time}</b>
        <span>{place}</span>
        <span className={styles['quiet']}>
          {words.team(slot.teamId)} · {t('plan.left', { count: item.left })}
        </span>
        <State item={item} />
      </button>
      {onMove !== undefined && (
        <Handle label={t('plan.drag', { place })} neighbours={neighbours} onMove={onMove} />
      )}
    </li>
  );
});

/** State by icon, colour and word. */
export function State({ item: { plan, clashes } }: { item: BoardItem }) {
  const { t } = useTranslation('tablet');
  return (
    <span className={styles['state']}>
      {plan === undefined && (
        <Chip tone="stop" icon={<Sparkles aria-hidden size="1em" />}>
          {t('plan.suggested')}
        </Chip>
      )}
      {plan !== undefined && plan.accepted && (
        <Chip tone="done" icon={<Check aria-hidden size="1em" />}>
          {t('plan.accepted')}
        </Chip>
      )}
      {plan !== undefined && !plan.accepted && (
        <Chip tone="wait" icon={<Hourglass aria-hidden size="1em" />}>
          {t('plan.proposed')}
        </Chip>
      )}
      {plan?.unsent === true && <Chip tone="none">{t('plan.unsent')}</Chip>}
      {clashes.length > 0 && (
        <Chip tone="back" icon={<TriangleAlert aria-hidden size="1em" />}>
          {t('plan.clash')}
        </Chip>
      )}
    </span>
  );
}

type HandleProps = { label: string; neighbours: Props['neighbours']; onMove: (key: string) => void };

function Handle({ label, neighbours, onMove }: HandleProps) {
  const drag = useDrag(onMove);
  const byKey = (event: KeyboardEvent) => {
    const back = event.key === 'ArrowLeft' || event.key === 'ArrowUp';
    const forth = event.key === 'ArrowRight' || event.key === 'ArrowDown';
    if (!back && !forth) return;
    event.preventDefault();
    const to = back ? neighbours.before : neighbours.after;
    if (to !== undefined) onMove(to);
  };
  return (
    <button type="button" className={styles['handle']} aria-label={label} onKeyDown={byKey} {...drag}>
      <GripVertical aria-hidden size="1.25em" />
    </button>
  );
}
