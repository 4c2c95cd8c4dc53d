import { useRef, useState, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react';
import { useTexts } from '../../../i18n/index.ts';
import { PlaceLine } from './place-line.tsx';
import type { PlaceRow } from './place-rows.ts';
import { deedOf } from './tree-keys.ts';
import type { PlaceCounts } from './use-places.ts';
import './places.css';

type Props = {
  rows: readonly PlaceRow[];
  counts: PlaceCounts | undefined;
  onTick: (row: PlaceRow) => void;
  onOpen: (row: PlaceRow, open: boolean) => void;
};

const linesOf = (tree: HTMLElement | null): HTMLElement[] => [
  ...(tree?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? []),
];

/** The tree as one stop of the keyboard. */
export function PlaceTree({ rows, counts, onTick, onOpen }: Props): ReactElement {
  const t = useTexts();
  const tree = useRef<HTMLDivElement>(null);
  const [currentId, setCurrentId] = useState<string>();
  const at = Math.max(
    0,
    rows.findIndex(({ node }) => node.id === currentId),
  );
  const tick = (row: PlaceRow): void => {
    setCurrentId(row.node.id);
    if (row.node.households > 0) onTick(row);
  };

  function press(event: KeyboardEvent): void {
    const deed = deedOf(event.key, rows, at);
    const row = rows[at];
    if (deed === undefined || row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (deed.kind === 'tick') return tick(row);
    if (deed.kind !== 'go') return onOpen(row, deed.kind === 'open');
    setCurrentId(rows[deed.to]?.node.id);
    linesOf(tree.current)[deed.to]?.focus();
  }

  /** The arrow opens and closes; anywhere else a line is ticked. */
  function click({ target }: MouseEvent): void {
    const line = target instanceof Element ? target.closest('[role=treeitem]') : null;
    const row = rows[linesOf(tree.current).findIndex((one) => one === line)];
    if (row === undefined || !(target instanceof Element)) return;
    if (row.open !== null && target.closest('.place-open') !== null) onOpen(row, !row.open);
    else tick(row);
  }

  return (
    <div
      ref={tree}
      role="tree"
      className="place-tree"
      aria-label={t('places.tree')}
      aria-multiselectable
      onClick={click}
      onKeyDown={press}
    >
      {rows.map((row, index) => (
        <PlaceLine
          key={row.node.id}
          row={row}
          current={index === at}
          chosen={counts?.find(({ communityId }) => communityId === row.node.id)?.households}
        />
      ))}
    </div>
  );
}
