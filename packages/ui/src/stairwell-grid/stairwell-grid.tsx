import {
  memo,
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
  const layout = layOutStairwell(doors);
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
        {layout.rows.map((row) => (
          <div role="row" className={styles['row']} key={row.floor}>
            <span role="rowheader" className={styles['floor']}>
              {row.floor < 0
                ? t('grid.basement', { floor: -row.floor })
                : t('grid.floor', { floor: row.floor })}
            </span>
            {row.cells.map((cell) => (
              <Door
                key={cell.door.id}
                cell={cell}
                word={t(`doorState.${cell.door.state}`)}
                selected={selected.has(cell.door.id)}
                entry={cell.door.id === entry}
                onOpen={onOpen}
                {...(onHold === undefined ? {} : { onHold })}
              />
            ))}
          </div>
        ))}
      </div>
      <Legend doors={doors} />
    </div>
  );
}

type DoorProps = {
  cell: GridCell<GridDoor>;
  /** The door's state in the reader's language. */
  word: string;
  selected: boolean;
  entry: boolean;
  onOpen: (householdId: string) => void;
  onHold?: (householdId: string) => void;
};

const Door = memo(function Door({ cell, word, selected, entry, onOpen, onHold }: DoorProps): ReactNode {
  const { door } = cell;
  const closed = door.closed === true;
  const hold = useHold(() => closed || onHold?.(door.id));
  return (
    <div
      role="gridcell"
      aria-selected={selected}
      className={styles['cell']}
      style={{ gridColumn: `${cell.column + 2} / span ${cell.span}` }}
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

function Legend({ doors }: { doors: readonly GridDoor[] }) {
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
}

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
