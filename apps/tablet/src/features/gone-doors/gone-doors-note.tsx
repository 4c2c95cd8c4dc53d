import { useTranslation } from 'react-i18next';
import { Button, Note } from '@huhudao/ui/components';
import { useOwnWork, useSnapshotPart, useTablet } from '../../app/tablet.tsx';
import type { GoneDoor } from '../../local/gone-doors.ts';
import { goneGroups, keptWork, type GoneGroup } from '../../work/gone-doors.ts';

const everywhere = () => true;

/** Which doors went to which team, and that what was recorded there is kept. Once read it does not come again. */
export function GoneDoorsNote({ where = everywhere }: { where?: (door: GoneDoor) => boolean }) {
  const { t } = useTranslation('tablet');
  const store = useTablet();
  const doors = useSnapshotPart((snapshot) => snapshot.goneDoors).filter(where);
  if (doors.length === 0) return null;
  const groups = goneGroups(doors);
  return (
    <Note kind="warning" title={t('goneDoors.title', { count: doors.length })} live>
      {groups.map((group) => (
        <Group key={`${group.doors[0]?.stairwellId} ${group.teamName}`} group={group} />
      ))}
      <Button onPress={() => void store.told.forgetGoneDoors(doors.map(({ id }) => id))}>
        {t('goneDoors.understood')}
      </Button>
    </Note>
  );
}

/** More than these are a whole stairwell to whoever reads it, and fill the column of a tablet. */
const roomsNamed = 6;

function Group({ group: { doors, teamName } }: { group: GoneGroup }) {
  const { t } = useTranslation(['tablet', 'ui']);
  const kept = keptWork(doors, useOwnWork());
  const [first] = doors;
  if (first === undefined) return null;
  const rooms = (some: readonly GoneDoor[]) =>
    some.flatMap(({ place }) => place.room ?? []).join(t('ui:common.listSeparator'));
  const at = { place: t('tablet:place.stairwell', first.place), rooms: rooms(doors), count: doors.length };
  const where = t(doors.length > roomsNamed ? 'tablet:goneDoors.many' : 'tablet:goneDoors.few', at);
  return (
    <>
      <p>
        {teamName === null
          ? t('tablet:goneDoors.toOther', { where })
          : t('tablet:goneDoors.toTeam', { where, team: teamName })}
      </p>
      {kept.unsent.length > 0 && <p>{t('tablet:goneDoors.unsent', { rooms: rooms(kept.unsent) })}</p>}
      {kept.sent.length > 0 && <p>{t('tablet:goneDoors.sent', { rooms: rooms(kept.sent) })}</p>}
      {kept.parallel.length > 0 && <p>{t('tablet:goneDoors.parallel', { rooms: rooms(kept.parallel) })}</p>}
      {kept.draft.length > 0 && <p>{t('tablet:goneDoors.draft', { rooms: rooms(kept.draft) })}</p>}
    </>
  );
}
