import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { UndoBar } from '@huhudao/ui/components';
import type { HeldWork } from '../local/work.types.ts';
import { doorOf } from '../work/finish-visit.ts';
import { goTo } from './navigation.tsx';
import { useSnapshot, useTablet } from './tablet.tsx';

/** What was just saved and can still be taken back, wherever one is. */
export function UndoRegion() {
  const { t } = useTranslation(['tablet', 'ui']);
  const store = useTablet();
  const { held, streets, notSaved } = useSnapshot();
  const rooms = useMemo(
    () => new Map(streets.flatMap(({ households }) => households.map(({ id, room }) => [id, room]))),
    [streets],
  );
  const text = ({ doors, outcome }: HeldWork): string => {
    if (outcome === null) return t('tablet:undo.revisit');
    const what = t(`ui:outcome.${outcome}`);
    const [door] = doors;
    if (doors.length > 1 || door === undefined) return t('tablet:undo.many', { count: doors.length, what });
    const room = rooms.get(door.householdId);
    return t('tablet:undo.saved', {
      place: room === undefined ? '' : t('tablet:place.room', { room }),
      what,
    });
  };
  const undo = async (id: string) => {
    const work = held.find((one) => one.id === id);
    const takenBack = await store.takeBack(id);
    if (takenBack && work !== undefined && work.finishes !== null)
      goTo({ kind: 'visit', ...doorOf(work.finishes) });
  };
  return (
    <UndoBar
      items={held.map((work) => ({ id: work.id, text: text(work) }))}
      {...(notSaved ? { problem: t('tablet:undo.notSaved') } : {})}
      onUndo={(id) => void undo(id)}
    />
  );
}
