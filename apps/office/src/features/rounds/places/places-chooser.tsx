import { Alert, Button, Input } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { AreaView } from '@huhudao/protocol';
import { useTexts } from '../../../i18n/index.ts';
import { EmptyHint } from '../../../parts/empty.tsx';
import { ProblemNote } from '../../../parts/problem.tsx';
import { toggled, without, type Choice } from './choice.ts';
import { ChosenLine } from './chosen-line.tsx';
import { PlaceTree } from './place-tree.tsx';
import { usePlaceCounts, type PlaceCounts } from './use-places.ts';
import { useTreeView, type ViewedTree } from './use-tree-view.ts';

type Props = {
  streetId: string;
  communities: readonly AreaView[];
  /** Of each community as a whole. */
  households: ReadonlyMap<string, number>;
  choice: Choice;
  set: (next: Choice) => void;
  /** What else can fill in the choice. */
  children: (set: (next: Choice) => void) => ReactNode;
};

/** Communities to tick, and the way into each of them down to the stairwell. Every step can be taken back. */
export function PlacesChooser(props: Props): ReactElement {
  const { streetId, communities, households, choice, set, children } = props;
  const t = useTexts();
  const [past, setPast] = useState<Choice[]>([]);
  const view = useTreeView(streetId, communities, households, choice);
  const counts = usePlaceCounts(streetId, choice);
  const change = (next: Choice): void => {
    setPast([...past, choice]);
    set(next);
  };
  const undo = (): void => {
    const before = past.at(-1);
    if (before === undefined) return;
    setPast(past.slice(0, -1));
    set(before);
  };
  const whole = communities.filter(({ id }) => (households.get(id) ?? 0) > 0).map(({ id }) => id);
  return (
    <>
      <div className="row">
        <Search view={view} />
        <Button onClick={() => change({ communityIds: whole, parts: {} })}>{t('places.all')}</Button>
        <Button
          disabled={choice.communityIds.length === 0}
          onClick={() => change({ communityIds: [], parts: {} })}
        >
          {t('places.clear')}
        </Button>
        <Button disabled={past.length === 0} onClick={undo}>
          {t('places.undo')}
        </Button>
        {children(change)}
      </div>
      <ChosenLine choice={choice} counts={counts} />
      <GoneNote choice={choice} counts={counts.data} change={change} />
      <Tree view={view} choice={choice} counts={counts.data} change={change} />
      <p className="muted small">{t(view.more ? 'places.moreFound' : 'places.keys')}</p>
    </>
  );
}

function Search({ view }: { view: ViewedTree }): ReactElement {
  const t = useTexts();
  return (
    <Input.Search
      allowClear
      className="filter-search"
      aria-label={t('places.search')}
      placeholder={t('places.search')}
      maxLength={60}
      value={view.search}
      loading={view.waiting}
      onChange={({ target }) => view.look(target.value)}
    />
  );
}

type PartProps = {
  choice: Choice;
  counts: PlaceCounts | undefined;
  change: (next: Choice) => void;
};

/** Places that were chosen in a draft and are no more would keep it from being opened. */
function GoneNote({ choice, counts, change }: PartProps): ReactElement | null {
  const t = useTexts();
  const chosen = new Set(Object.values(choice.parts).flat());
  const gone = (counts ?? []).flatMap(({ goneIds }) => goneIds).filter((id) => chosen.has(id));
  if (gone.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('places.gone', { count: gone.length })}
      action={
        <Button size="small" onClick={() => change(without(choice, new Set(gone)))}>
          {t('places.leaveOut')}
        </Button>
      }
    />
  );
}

function Tree({ view, choice, counts, change }: PartProps & { view: ViewedTree }): ReactElement {
  const t = useTexts();
  const { rows, failed, waiting, setOpen } = view;
  const nothing = rows.length === 0 && failed === undefined && !waiting;
  return (
    <>
      {failed === undefined ? null : <ProblemNote error={failed.error} retry={() => void failed.refetch()} />}
      {nothing ? <EmptyHint title={t('places.noneFound')} hint={t('places.noneFoundHint')} /> : null}
      {rows.length === 0 ? null : (
        <PlaceTree
          rows={rows}
          counts={counts}
          onOpen={setOpen}
          onTick={({ community, node }) => change(toggled(choice, community, node))}
        />
      )}
    </>
  );
}
