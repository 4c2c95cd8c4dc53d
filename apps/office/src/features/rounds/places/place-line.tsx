import { Check, ChevronRight, Minus } from 'lucide-react';
import type { CSSProperties, ReactElement } from 'react';
import { useTexts } from '../../../i18n/index.ts';
import { useFormat } from '../../../parts/format.ts';
import type { Tick } from './choice.ts';
import type { PlaceRow } from './place-rows.ts';

type Props = {
  row: PlaceRow;
  /** The one line of the tree that Tab leads to. */
  current: boolean;
  /** Households chosen in a community of which only parts are. */
  chosen: number | undefined;
};

const checked = { all: true, some: 'mixed', none: false } as const;

/** A place with its box, as drawn in the tree; mouse and keyboard are the tree's. */
export function PlaceLine({ row, current, chosen }: Props): ReactElement {
  const { node, level, open, position, siblings, tick } = row;
  return (
    <div
      role="treeitem"
      className="place-line"
      data-kind={node.kind}
      tabIndex={current ? 0 : -1}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-checked={checked[tick]}
      aria-expanded={open ?? undefined}
      aria-disabled={node.households === 0}
      aria-busy={open === true && node.children === null}
      style={{ '--level': level } as CSSProperties}
    >
      <span className="place-open" data-open={open ?? undefined}>
        {open === null ? null : <ChevronRight size={16} aria-hidden />}
      </span>
      <Box tick={tick} />
      <Words row={row} chosen={chosen} />
    </div>
  );
}

function Box({ tick }: { tick: Tick }): ReactElement {
  return (
    <span className="place-box" data-tick={tick}>
      {tick === 'all' ? <Check size={14} aria-hidden /> : null}
      {tick === 'some' ? <Minus size={14} aria-hidden /> : null}
    </span>
  );
}

function Words({ row: { node, open, tick }, chosen }: Omit<Props, 'current'>): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const { name, fullName, households: count } = node;
  // What a stairwell lies in is seen above it, and heard with it.
  const lyingIn = fullName.slice(0, fullName.length - name.length);
  const households = t('places.households', { count, number: format.number(count) });
  return (
    <>
      <span className="place-name">
        {lyingIn === '' ? null : <span className="visually-hidden">{lyingIn}</span>}
        {node.kind === 'rest' ? t('places.rest') : name}
      </span>
      {open === true && node.children === null ? (
        <span className="muted small">{t('places.reading')}</span>
      ) : null}
      <span className="place-count muted">
        {tick === 'some' && chosen !== undefined
          ? t('places.chosenOf', { chosen: format.number(chosen), households })
          : households}
      </span>
    </>
  );
}
