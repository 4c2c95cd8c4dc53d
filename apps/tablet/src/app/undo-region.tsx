import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { UndoBar } from '@huhudao/ui/components';
import type { HeldWork } from '../local/work.types.ts';
import { doorOf } from '../work/finish-visit.ts';
import { goTo, usePlace } from './navigation.tsx';
import { useSnapshot, useTablet } from './tablet.tsx';

/** What was just saved and can still be taken back, wherever one is. */
export function UndoRegion() {
  const { t } = useTranslation(['tablet', 'ui']);
  const store = useTablet();
  const { held, streets, notSaved } = useSnapshot();
  const inVisit = usePlace().kind === 'visit';
  const rooms = useMemo(
    () => new Map(streets.flatMap(({ households }) => households.map(({ id, room }) => [id, room]))),
    [streets],
  );
  const whatOf = ({ outcome, concern }: HeldWork): string | null => {
    if (outcome !== null) return t(`ui:outcome.${outcome}`);
    const category = concern?.category ?? null;
    return category === null ? null : t(`ui:issueCategory.${category}`);
  };
  const text = (work: HeldWork): string => {
    const { doors, planned } = work;
    if (planned !== undefined) return t(`tablet:undo.${planned.did}`, { count: planned.count });
    const what = whatOf(work);
    if (what === null) return t('tablet:undo.revisit');
    const [door] = doors;
    if (doors.length > 1 || door === undefined) return t('tablet:undo.many', { count: doors.length, what });
    const room = rooms.get(door.householdId) ?? work.finishes?.place?.room ?? null;
    return t('tablet:undo.saved', {
      place: room === null ? '' : t('tablet:place.room', { room }),
      what,
    });
  };
  const undo = async (id: string) => {
    const work = held.find((one) => one.id === id);
    const takenBack = await store.takeBack(id);
    const draft = takenBack ? (work?.finishes ?? null) : null;
    // Where the door went to another team, the draft is among those of the sync screen.
    if (draft !== null)
      goTo(rooms.has(draft.householdId) ? { kind: 'visit', ...doorOf(draft) } : { kind: 'sync' });
    if (takenBack && work?.concern !== undefined) goTo({ kind: 'concern', inVisit, ...doorOf(work.concern) });
  };
  return (
    <UndoBar
      items={held.map((work) => ({ id: work.id, text: text(work) }))}
      {...(notSaved ? { problem: t('tablet:undo.notSaved') } : {})}
      onUndo={(id) => void undo(id)}
    />
  );
}
