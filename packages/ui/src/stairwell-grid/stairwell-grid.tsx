import {
  memo,
  useMemo,
  useRef,
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { DoorStateIcon } from './door-state-icon.tsx';
import { doorStates, toneOfDoorState, type DoorState } from './door-state.ts';
import { layOutStairwell, type GridCell, type PlacedDoor } from './layout.ts';
import { StateChip } from './state-chip.tsx';
import styles from './stairwell-grid.module.css';

/** A door as the grid draws it. `note` stands beside the state (`2/3`, `19:00`); a closed door is only drawn. */
export type GridDoor = PlacedDoor & { state: DoorState; note?: string; closed?: true };

type Props = {
  /** Named in the grid's label, for those who hear it. */
  place: string;
  /** A door that is the same object as before is not drawn anew, nor is any where the callbacks are the same. */
  doors: readonly GridDoor[];
  selected: ReadonlySet<string>;
  onOpen: (householdId: string) => void;
  /** Press and hold, or Shift with Enter: choose several doors. */
  onHold?: (householdId: string) => void;
};

const holdMilliseconds = 450;

/** Floors × rooms as the building is drawn, the top floor first. Arrow keys move from door to door. */
export function StairwellGrid({ place, doors, selected, onOpen, onHold }: Props) {
  const { t } = useTranslation('ui');
  const grid = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => layOutStairwell(doors), [doors]);
  const words = useMemo(() => wordsOf((state) => t(`doorState.${state}`)), [t]);
  const entry = doors.find((door) => selected.has(door.id))?.id ?? layout.rows[0]?.cells[0]?.door.id;
  return (
    <div>
      <div
        ref={grid}
        role="grid"
        aria-label={t('grid.label', { place })}
        className={styles['grid']}
        style={{ '--columns': layout.columns } as CSSProperties}
        onKeyDown={(event) => moveFocus(event, grid.current)}
      >
        {layout.rows.map(({ floor, cells }) => (
          <Floor
            key={floor}
            floor={floor}
            cells={cells}
            words={words}
            selected={chosenOf(cells, selected)}
            entry={cells.find(({ door }) => door.id === entry)?.door.id}
            onOpen={onOpen}
            {...(onHold === undefined ? {} : { onHold })}
          />
        ))}
      </div>
      <Legend doors={doors} />
    </div>
  );
}

type Words = ReadonlyMap<DoorState, string>;

const wordsOf = (word: (state: DoorState) => string): Words =>
  new Map(doorStates.map((state) => [state, word(state)]));

/** The chosen doors of a floor, in one word: it is the same again where the same doors are chosen. */
const chosenOf = (cells: readonly GridCell<GridDoor>[], selected: ReadonlySet<string>): string =>
  cells.flatMap(({ door }) => (selected.has(door.id) ? [door.id] : [])).join(' ');

type Press = Pick<Props, 'onOpen' | 'onHold'>;

type FloorProps = Press & {
  floor: number;
  cells: readonly GridCell<GridDoor>[];
  words: Words;
  selected: string;
  /** The door that Tab leads to, where it is on this floor. */
  entry: string | undefined;
};

const Floor = memo(function Floor({ floor, cells, words, selected, entry, ...press }: FloorProps) {
  const { t } = useTranslation('ui');
  const chosen = selected.split(' ');
  return (
    <div role="row" className={styles['row']}>
      <span role="rowheader" className={styles['floor']}>
        {floor < 0 ? t('grid.basement', { floor: -floor }) : t('grid.floor', { floor })}
      </span>
      {cells.map((cell) => (
        <Door
          key={cell.door.id}
          {...cell}
          word={words.get(cell.door.state)}
          selected={chosen.includes(cell.door.id)}
          entry={cell.door.id === entry}
          {...press}
        />
      ))}
    </div>
  );
}, isSameFloor);

/** Of a tower's floors only those are drawn anew on which something is different. */
function isSameFloor({ cells, ...before }: FloorProps, now: FloorProps): boolean {
  return (
    cells.length === now.cells.length &&
    cells.every((cell, index) => isSameCell(cell, now.cells[index])) &&
    before.selected === now.selected &&
    before.entry === now.entry &&
    before.words === now.words &&
    before.onOpen === now.onOpen &&
    before.onHold === now.onHold
  );
}

const isSameCell = (before: GridCell<GridDoor>, now: GridCell<GridDoor> | undefined): boolean =>
  before.door === now?.door && before.column === now.column && before.span === now.span;

type DoorProps = Press &
  GridCell<GridDoor> & {
    /** The door's state in the reader's language. */
    word: string | undefined;
    selected: boolean;
    entry: boolean;
  };

const Door = memo(function Door(props: DoorProps): ReactNode {
  const { door, column, span, word, selected, entry, onOpen, onHold } = props;
  const closed = door.closed === true;
  const hold = useHold(() => closed || onHold?.(door.id));
  return (
    <div
      role="gridcell"
      aria-selected={selected}
      className={styles['cell']}
      style={{ gridColumn: `${column + 2} / span ${span}` }}
    >
      <button
        type="button"
        className={styles['door']}
        data-door={door.id}
        data-tone={toneOfDoorState[door.state]}
        aria-disabled={closed}
        tabIndex={entry ? 0 : -1}
        {...hold.handlers}
        onClick={(event) => {
          if (hold.taken() || closed) return;
          if (event.shiftKey) onHold?.(door.id);
          else onOpen(door.id);
        }}
      >
        <span className={styles['room']}>{door.room}</span>
        <span className={styles['state']}>
          <span className={styles['word']}>
            <DoorStateIcon state={door.state} />
            {word}
          </span>
          {door.note !== undefined && <span>{door.note}</span>}
        </span>
      </button>
    </div>
  );
});

const Legend = memo(function Legend({ doors }: { doors: readonly GridDoor[] }) {
  const { t } = useTranslation('ui');
  const present = doorStates.filter((state) => doors.some((door) => door.state === state));
  return (
    <ul className={styles['legend']} aria-label={t('grid.legend')}>
      {present.map((state) => (
        <li key={state}>
          <StateChip state={state} />
        </li>
      ))}
    </ul>
  );
});

/** Tells a press that was held from a tap. The click that ends a hold is swallowed. */
function useHold(onHold: () => void) {
  const timer = useRef<number | undefined>(undefined);
  const held = useRef(false);
  const stop = () => window.clearTimeout(timer.current);
  return {
    taken: () => {
      const was = held.current;
      held.current = false;
      return was;
    },
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        if (event.button !== 0) return;
        held.current = false;
        timer.current = window.setTimeout(() => {
          held.current = true;
          onHold();
        }, holdMilliseconds);
      },
      onPointerUp: stop,
      onPointerLeave: stop,
      onPointerCancel: stop,
      // A long press must not open the browser's own menu over the grid.
      onContextMenu: (event: { preventDefault: () => void }) => event.preventDefault(),
    },
  };
}

/** One stop for Tab, arrows inside: left and right along a floor, up and down to the nearest door. */
function moveFocus(event: KeyboardEvent, grid: HTMLElement | null): void {
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
  if (step === undefined || grid === null) return;
  const rows = [...grid.querySelectorAll('[role=row]')].map((row) => [...row.querySelectorAll('button')]);
  const rowIndex = rows.findIndex((row) => row.some((door) => door === document.activeElement));
  const columnIndex = rows[rowIndex]?.findIndex((door) => door === document.activeElement);
  if (columnIndex === undefined) return;
  const row = rows[rowIndex + (step[0] ?? 0)];
  const next = row?.[Math.min(columnIndex + (step[1] ?? 0), row.length - 1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
