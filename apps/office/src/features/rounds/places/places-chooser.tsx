import { Alert, Button, Input } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { AreaView } from '@huhudao/protocol';
import { useTexts } from '../../../i18n/index.ts';
import { EmptyHint } from '../../../parts/empty.tsx';
import { ProblemNote } from '../../../parts/problem.tsx';
import { toggled, without, type Choice } from './choice.ts';
import { ChosenLine } from './chosen-line.tsx';
import { PlaceTree } from './place-tree.tsx';
import { usePlaceCounts } from './use-places.ts';
import { useTreeView } from './use-tree-view.ts';

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
  const goneIds = choice.communityIds.length === 0 ? [] : (counts.data ?? []).flatMap((one) => one.goneIds);
  const whole = communities.filter(({ id }) => (households.get(id) ?? 0) > 0).map(({ id }) => id);
  return (
    <>
      <div className="row">
        <Input.Search
          allowClear
          className="filter-search"
          aria-label={t('places.search')}
          placeholder={t('places.search')}
          value={view.search}
          loading={view.waiting}
          onChange={({ target }) => view.look(target.value)}
        />
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
      {goneIds.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('places.gone', { count: goneIds.length })}
          action={
            <Button size="small" onClick={() => change(without(choice, new Set(goneIds)))}>
              {t('places.leaveOut')}
            </Button>
          }
        />
      )}
      {view.failed === undefined ? null : (
        <ProblemNote error={view.failed.error} retry={() => void view.failed?.refetch()} />
      )}
      {view.rows.length > 0 ? (
        <PlaceTree
          rows={view.rows}
          counts={counts.data}
          onOpen={view.setOpen}
          onTick={({ community, node }) => change(toggled(choice, community, node))}
        />
      ) : view.waiting ? null : (
        <EmptyHint title={t('places.noneFound')} hint={t('places.noneFoundHint')} />
      )}
      <p className="muted small">{t(view.more ? 'places.moreFound' : 'places.keys')}</p>
    </>
  );
}
