import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SuggestedSlot } from '@huhudao/domain';
import { formatDay, today, useLocale } from '@huhudao/ui';
import { Button } from '@huhudao/ui/components';
import type { PlanBook } from '../../work/plan-book.ts';
import { Appointments } from './appointments.tsx';
import type { Shown } from './board-head.tsx';
import { itemsOn, weekOf, type BoardItem } from './board-items.ts';
import styles from './plan.module.css';
import { SlotCard } from './slot-card.tsx';

/** So many slots of a day a week shows; the others are seen by day. */
const fewOfADay = 12;

/** A column of the calendar; `key` is what a slot that is dropped there gets. */
type Column = {
  key: string;
  title: string;
  items: readonly BoardItem[];
  /** How many more slots there are than are shown. */
  more: number;
  day: string | null;
  /** Nothing is planned for a day that has passed. */
  open: boolean;
};

type Props = {
  book: PlanBook;
  shown: Shown;
  suggested: readonly SuggestedSlot[];
  onShow: (shown: Shown) => void;
  onOpen: (item: BoardItem) => void;
  /** Undefined where the person only looks on. */
  onMove: ((item: BoardItem, to: { day: string; teamId: string }) => void) | undefined;
};

/** The calendar: a week by day, or a day by team. On a phone the columns stand under one another. */
export function Board({ book, shown, suggested, onShow, onOpen, onMove }: Props) {
  const { t } = useTranslation('tablet');
  const columns = useColumns(book, shown, suggested);
  const move = (item: BoardItem, key: string) => {
    const { day, teamId } = item.slot;
    onMove?.(item, shown.by === 'week' ? { day: key, teamId } : { day, teamId: key });
  };
  const keys = columns.filter(({ open }) => open).map(({ key }) => key);
  return (
    <div className={styles['board']} data-by={shown.by}>
      {columns.map(({ key, title, items, more, day, open }) => (
        <section
          key={key}
          className={styles['column']}
          data-drop={open ? key : undefined}
          data-today={day === today() || undefined}
        >
          <h3>{title}</h3>
          {day !== null && <Appointments book={book} day={day} />}
          <Slots empty={items.length === 0 ? t('plan.nothing') : null}>
            {items.map((item) => (
              <SlotCard
                key={item.slot.id}
                book={book}
                item={item}
                onOpen={onOpen}
                onMove={onMove !== undefined && isMovable(item) ? (to) => move(item, to) : undefined}
                neighbours={neighboursOf(keys, key)}
              />
            ))}
          </Slots>
          {more > 0 && day !== null && (
            <Button look="quiet" wide onPress={() => onShow({ by: 'day', day })}>
              {t('plan.more', { count: more })}
            </Button>
          )}
        </section>
      ))}
    </div>
  );
}

const isMovable = ({ plan, slot }: BoardItem): boolean =>
  plan === undefined || (plan.mine && slot.day >= today());

function Slots({ empty, children }: { empty: string | null; children: ReactNode }) {
  if (empty !== null) return <p className={styles['quiet']}>{empty}</p>;
  return <ul className={styles['slots']}>{children}</ul>;
}

function neighboursOf(keys: readonly string[], key: string) {
  const at = keys.indexOf(key);
  return { before: keys[at - 1], after: keys[at + 1] };
}

function useColumns(book: PlanBook, { by, day }: Shown, suggested: readonly SuggestedSlot[]): Column[] {
  const { t } = useTranslation('tablet');
  const { locale } = useLocale();
  return useMemo(() => {
    const days = by === 'week' ? weekOf(day) : [day];
    const items = itemsOn(book, days, suggested, by === 'week' ? fewOfADay : undefined);
    const { startsOn, deadline } = book.view.round;
    if (by === 'week')
      return days
        .filter((one) => one >= startsOn && one <= deadline)
        .map((one) => ({
          key: one,
          title: one === today() ? `${formatDay(one, locale)} · ${t('plan.today')}` : formatDay(one, locale),
          ...(items.get(one) ?? { items: [], more: 0 }),
          day: one,
          open: one >= today(),
        }));
    const byTeam = Map.groupBy(items.get(day)?.items ?? [], ({ slot }) => slot.teamId);
    return book.teams.map(({ id, name }) => ({
      key: id,
      title: name,
      items: byTeam.get(id) ?? [],
      more: 0,
      day: null,
      open: true,
    }));
  }, [book, by, day, suggested, locale, t]);
}
