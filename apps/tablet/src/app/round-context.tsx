import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { must } from '@huhudao/domain';
import { RoundViews, type RoundView } from '../work/round-view.ts';
import { openRounds, type RoundChoice } from '../work/rounds.ts';
import { usePlace } from './navigation.tsx';
import { useOwnWorkOf, useSnapshotAfter } from './tablet.tsx';

type Rounds = {
  rounds: readonly RoundChoice[];
  /** The round on screen; undefined where none is open. */
  view: RoundView | undefined;
  choose: (roundId: string) => void;
};

const RoundContext = createContext<Rounds | null>(null);

/** Works out the round on screen once for all columns: the one in the address, else the one chosen, else the first. */
export function CurrentRound({ children }: { children: ReactNode }) {
  // All doors are drawn as of the same moment.
  const snapshot = useSnapshotAfter();
  const { streets } = snapshot;
  const work = useOwnWorkOf(snapshot);
  const place = usePlace();
  const [chosen, choose] = useState<string | null>(null);
  const [views] = useState(() => new RoundViews());
  const rounds = useMemo(() => openRounds(streets), [streets]);
  const wanted = 'roundId' in place ? place.roundId : chosen;
  const current = rounds.find(({ round }) => round.id === wanted) ?? rounds[0];
  const view = useMemo(() => {
    const street = streets.find(({ streetId }) => streetId === current?.streetId);
    return street === undefined || current === undefined
      ? undefined
      : views.of(street, current.round.id, work);
  }, [views, streets, work, current]);
  const value = useMemo(() => ({ rounds, view, choose }), [rounds, view]);
  return <RoundContext value={value}>{children}</RoundContext>;
}

export function useRounds(): Rounds {
  return must(use(RoundContext), 'the round around this screen');
}
