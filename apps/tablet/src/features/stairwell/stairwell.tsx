import { DoorClosed, X } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@huhudao/ui/components';
import { doorStateOf, StairwellGrid, type GridDoor } from '@huhudao/ui/stairwell-grid';
import { goTo } from '../../app/navigation.tsx';
import { useRounds } from '../../app/round-context.tsx';
import { useMay, useTablet } from '../../app/tablet.tsx';
import type { Household } from '../../local/reference.types.ts';
import { quickVisits } from '../../work/record-visit.ts';
import type { Door, RoundView, StairwellView } from '../../work/round-view.ts';
import { GoneDoors } from '../gone-doors/gone-doors.tsx';
import { usePlaceName } from '../door/place-name.ts';
import styles from './stairwell.module.css';

type Props = { stairwellId: string; householdId?: string };

/** The stairwell as the building is drawn: the working screen. */
export function StairwellScreen({ stairwellId, householdId }: Props) {
  const { t } = useTranslation('tablet');
  const { view } = useRounds();
  const stairwell = view?.stairwells.find((one) => one.stairwell.id === stairwellId);
  if (view === undefined || stairwell === undefined)
    return (
      <>
        <p className={styles['gone']}>{t('stairwell.gone')}</p>
        <GoneDoors where={(door) => door.stairwellId === stairwellId} />
      </>
    );
  return (
    <Grid
      key={stairwellId}
      view={view}
      stairwell={stairwell}
      {...(householdId === undefined ? {} : { householdId })}
    />
  );
}

function Grid(props: { view: RoundView; stairwell: StairwellView; householdId?: string }) {
  const { t } = useTranslation('tablet');
  const place = usePlaceName();
  const { view, stairwell, householdId } = props;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const mayVisit = useMay('visits.record', view.streetId);
  const doors = useGridDoors(stairwell, view.round.attemptsWanted);
  const name = place(stairwell.stairwell);
  const choosing = chosen.size > 0;
  const { press, toggle } = usePresses(view.round.id, stairwell.stairwell.id, choosing, setChosen);
  return (
    <div className={styles['stairwell']}>
      <header className={styles['head']}>
        <h1>{name}</h1>
        <p className={styles['quiet']}>
          {t('today.progress', { settled: stairwell.settled, count: stairwell.doors.length })}
          {mayVisit && ` · ${t('stairwell.holdHint')}`}
        </p>
      </header>
      <div className={styles['scroll']}>
        <StairwellGrid
          place={name}
          doors={doors}
          selected={choosing ? chosen : new Set(householdId === undefined ? [] : [householdId])}
          onOpen={press}
          {...(mayVisit ? { onHold: toggle } : {})}
        />
      </div>
      {choosing && (
        <ChosenDoors
          view={view}
          doors={stairwell.doors.filter((door) => chosen.has(door.household.id))}
          onDone={() => setChosen(new Set())}
        />
      )}
    </div>
  );
}

type Choose = (change: (before: ReadonlySet<string>) => ReadonlySet<string>) => void;

/** What a tap and a hold do. The same functions all the time: doors whose callbacks change are all drawn anew. */
function usePresses(roundId: string, stairwellId: string, choosing: boolean, choose: Choose) {
  const choosingNow = useRef(choosing);
  useEffect(() => {
    choosingNow.current = choosing;
  }, [choosing]);
  const toggle = useCallback((id: string) => choose((before) => toggled(before, id)), [choose]);
  const press = useCallback(
    (id: string) => {
      if (choosingNow.current) toggle(id);
      else goTo({ kind: 'door', roundId, stairwellId, householdId: id });
    },
    [roundId, stairwellId, toggle],
  );
  return { press, toggle };
}

/** A whole landing at once: nobody home behind any of these doors. */
function ChosenDoors({ view, doors, onDone }: { view: RoundView; doors: Door[]; onDone: () => void }) {
  const { t } = useTranslation(['tablet', 'ui']);
  const store = useTablet();
  const record = async () => {
    const households = doors.map((door) => door.household);
    try {
      await store.hold(quickVisits(view, households, { outcome: 'notHome', appointment: null }, Date.now()));
    } catch {
      // The store says that it is not saved; the doors stay chosen.
      return;
    }
    onDone();
  };
  return (
    <div className={styles['bar']} role="toolbar">
      <b>{t('tablet:stairwell.chosen', { count: doors.length })}</b>
      <Button
        look="primary"
        icon={<DoorClosed aria-hidden size="1.125em" />}
        disabled={doors.length === 0}
        onPress={() => void record()}
      >
        {t('tablet:stairwell.notHomeAll')}
      </Button>
      <Button icon={<X aria-hidden size="1.125em" />} onPress={onDone}>
        {t('ui:action.cancel')}
      </Button>
    </div>
  );
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return chosen.has(id) ? new Set([...chosen].filter((one) => one !== id)) : new Set([...chosen, id]);
}

/** The doors as they are drawn. One that is as it was stays the same object, and is not drawn again. */
function useGridDoors(stairwell: StairwellView, attemptsWanted: number): readonly GridDoor[] {
  const { t } = useTranslation('tablet');
  const draft = t('stairwell.draft');
  const drawn = useMemo(
    () => drawnOnce((door) => gridDoor(door, attemptsWanted, draft)),
    [attemptsWanted, draft],
  );
  const others = useMemo(() => stairwell.others.map(otherDoor), [stairwell.others]);
  return useMemo(() => [...stairwell.doors.map(drawn), ...others], [stairwell.doors, others, drawn]);
}

function drawnOnce(draw: (door: Door) => GridDoor): (door: Door) => GridDoor {
  const known = new WeakMap<Door, GridDoor>();
  return (door) => {
    const drawn = known.get(door) ?? draw(door);
    known.set(door, drawn);
    return drawn;
  };
}

function gridDoor(
  { household, standing, state, draft }: Door,
  attemptsWanted: number,
  draftWord: string,
): GridDoor {
  const { id, floor, position, span, room } = household;
  const notes = [
    state === 'appointment' ? standing.appointment?.from : undefined,
    state === 'notHome' ? `${standing.attempts}/${attemptsWanted}` : undefined,
    draft ? `· ${draftWord}` : undefined,
  ].filter((note) => note !== undefined);
  const door = { id, floor, position, span, room, state };
  return notes.length === 0 ? door : { ...door, note: notes.join(' ') };
}

function otherDoor(household: Household): GridDoor {
  const { id, floor, position, span, room, occupancy, doNotContact } = household;
  const state = doorStateOf({ assigned: false, outcome: null, occupancy, doNotContact, revisit: false });
  return { id, floor, position, span, room, state, closed: true };
}
