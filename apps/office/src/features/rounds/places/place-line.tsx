import { Check, ChevronRight, Minus } from 'lucide-react';
import type { CSSProperties, ReactElement } from 'react';
import { useTexts } from '../../../i18n/index.ts';
import { useFormat } from '../../../parts/format.ts';
import type { PlaceRow } from './place-rows.ts';

type Props = {
  row: PlaceRow;
  /** The one line of the tree that Tab leads to. */
  current: boolean;
  /** Households chosen in a community of which only parts are. */
  chosen: number | undefined;
  onTick: () => void;
  onOpen: () => void;
};

const checked = { all: true, some: 'mixed', none: false } as const;

/** A place with its box, as drawn in the tree. The keyboard is the tree's. */
export function PlaceLine({ row, current, chosen, onTick, onOpen }: Props): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const { node, level, open, position, siblings, tick } = row;
  const name = node.kind === 'rest' ? t('places.rest') : node.name;
  // What a stairwell lies in is seen above it, and heard with it.
  const lyingIn = node.fullName.slice(0, node.fullName.length - node.name.length);
  const households = t('places.households', {
    count: node.households,
    number: format.number(node.households),
  });
  return (
    <div
      role="treeitem"
      className="place-line"
      data-place={node.id}
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
      onClick={onTick}
    >
      <span
        className="place-open"
        data-open={open ?? undefined}
        onClick={(event) => {
          event.stopPropagation();
          onOpen();
        }}
      >
        {open === null ? null : <ChevronRight size={16} aria-hidden />}
      </span>
      <span className="place-box" data-tick={tick}>
        {tick === 'all' ? <Check size={14} aria-hidden /> : null}
        {tick === 'some' ? <Minus size={14} aria-hidden /> : null}
      </span>
      <span className="place-name">
        {lyingIn === '' ? null : <span className="visually-hidden">{lyingIn}</span>}
        {name}
      </span>
      {open === true && node.children === null ? (
        <span className="muted small">{t('places.reading')}</span>
      ) : null}
      <span className="place-count muted">
        {tick === 'some' && chosen !== undefined
          ? t('places.chosenOf', { chosen: format.number(chosen), households })
          : households}
      </span>
    </div>
  );
}
