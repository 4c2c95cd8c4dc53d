import { CircleAlert, LibraryBig, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent, type ReactElement } from 'react';
import {
  isQuestion,
  isSamePlace,
  itemBank,
  move,
  newerOf,
  partsIn,
  placeOf,
  type Part,
  type Place,
} from '@huhudao/questionnaire/authoring';
import { useTexts } from '../../../i18n/index.ts';
import { usePartName } from './use-part-name.ts';
import { useAuthoring } from './use-authoring.ts';
import { useMoves } from './use-moves.ts';

type Props = { part: Part | null; place: Place };
type Half = 'before' | 'after' | null;

/**
 * One line of the outline: chosen by a click, moved by dragging it or by alt and an arrow key. The tab key stops at the
 * chosen line only, and the arrows go from there: a long form is no long way.
 */
export function OutlineRow({ part, place }: Props): ReactElement {
  const nameOf = usePartName();
  const { place: current, takeFocus, select, readOnly } = useAuthoring();
  const { stepTo } = useMoves();
  const button = useRef<HTMLButtonElement>(null);
  const isCurrent = isSamePlace(current, place);
  const movable = part !== null && !readOnly;
  const { half, drag } = useDrag(part, place);
  useEffect(() => {
    if (isCurrent && takeFocus('row')) button.current?.focus();
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const direction = event.key === 'ArrowUp' ? 'up' : 'down';
    if (!event.altKey) neighbour(event.currentTarget, direction)?.focus();
    else if (movable) stepTo(place, direction);
  };
  return (
    <button
      ref={button}
      type="button"
      className={`outline-row outline-${sortOf(part)} ${half === null ? '' : `drop-${half}`}`}
      aria-current={isCurrent}
      tabIndex={isCurrent ? 0 : -1}
      onClick={() => select(place)}
      onKeyDown={onKeyDown}
      draggable={movable}
      {...(movable ? drag : {})}
    >
      <span className="outline-name">{nameOf(part, place)}</span>
      <NewerMark part={part} />
      <Mark place={place} />
    </button>
  );
}

const sortOf = (part: Part | null): string =>
  part === null ? 'form' : 'type' in part ? (part.type === 'panel' ? 'panel' : 'item') : 'page';

/** The line above or below, through all levels. */
function neighbour(row: Element, direction: 'up' | 'down'): HTMLElement | undefined {
  const rows = [...(row.closest('.outline')?.querySelectorAll<HTMLElement>('.outline-row') ?? [])];
  const index = rows.findIndex((one) => one === row);
  return rows[direction === 'up' ? index - 1 : index + 1];
}

/** Whether the bank has a newer wording of the item. */
function NewerMark({ part }: { part: Part | null }): ReactElement | null {
  const t = useTexts();
  if (part === null || !isQuestion(part)) return null;
  const newer = newerOf(part, itemBank);
  return newer === null ? null : (
    <LibraryBig
      className="mark-warning"
      size={15}
      role="img"
      aria-label={t('bank.newer', { version: newer.to })}
    />
  );
}

/** Whether something was found in the part itself. */
function Mark({ place }: { place: Place }): ReactElement | null {
  const t = useTexts();
  const { findings } = useAuthoring();
  const own = findings.filter((one) => isSamePlace(placeOf(one.path), place));
  if (own.length === 0) return null;
  const severity = own.some((one) => one.severity === 'error') ? 'error' : 'warning';
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert;
  return (
    <Icon className={`mark-${severity}`} size={15} aria-label={t(`questionnaire.severity.${severity}`)} />
  );
}

const dragType = 'application/x-huhudao-place';

/** Dragging by the pointer: a line shows where the part will stand. */
function useDrag(part: Part | null, place: Place) {
  const { definition } = useAuthoring();
  const { movedTo } = useMoves();
  const [half, setHalf] = useState<Half>(null);
  const drag = {
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(dragType, JSON.stringify(place));
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(dragType)) return;
      event.preventDefault();
      const { top, height } = event.currentTarget.getBoundingClientRect();
      setHalf(event.clientY - top < height / 2 ? 'before' : 'after');
    },
    onDragLeave: () => setHalf(null),
    onDragEnd: () => setHalf(null),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setHalf(null);
      const from = JSON.parse(event.dataTransfer.getData(dragType)) as number[];
      movedTo(move(definition, from, target(part, place, from.length === 1, half)), from);
    },
  };
  return { half, drag };
}

/** Where something dropped on a line goes: an item dropped on a page or on the end of a group goes into it. */
function target(part: Part | null, place: Place, isPage: boolean, half: Half): Place {
  if (isPage) return [(place[0] ?? 0) + (half === 'after' ? 1 : 0)];
  const isContainer = part !== null && 'elements' in part;
  if (isContainer && (place.length === 1 || half === 'after')) {
    return [...place, half === 'before' ? partsIn(part).length : 0];
  }
  return [...place.slice(0, -1), (place.at(-1) ?? 0) + (half === 'after' ? 1 : 0)];
}
