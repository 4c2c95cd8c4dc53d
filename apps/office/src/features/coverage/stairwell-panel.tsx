import type { ReactElement } from 'react';
import { readStairwell } from '@huhudao/protocol';
import { StairwellGrid, doorStateOf, type GridDoor } from '@huhudao/ui/stairwell-grid';
import { useRead } from '../../api/client.ts';
import { Loaded } from '../../parts/loaded.tsx';

type Props = {
  areaId: string;
  stairwellId: string;
  roundId?: string;
  selected?: string | undefined;
  onOpen?: (householdId: string) => void;
};

const nothing = (): void => undefined;

/** The doors of a stairwell as the building is drawn, with how each stands in the round. */
export function StairwellPanel({ areaId, stairwellId, roundId, selected, onOpen }: Props): ReactElement {
  const stairwell = useRead(
    readStairwell,
    { params: { areaId, stairwellId }, query: { roundId } },
    { keep: true, every: 60_000 },
  );
  return (
    <Loaded of={stairwell}>
      {(data) => {
        const place = `${data.buildingLabel} ${data.label}`;
        const doors: GridDoor[] = data.doors.map((door) => ({
          id: door.householdId,
          floor: door.floor,
          room: door.room,
          position: door.position,
          span: door.span,
          // Outside a round every door is simply one of the register's.
          state: doorStateOf({ ...door, assigned: roundId === undefined || door.assigned }),
        }));
        return (
          <section aria-label={place}>
            <h3>{place}</h3>
            <StairwellGrid
              place={place}
              doors={doors}
              selected={new Set(selected === undefined ? [] : [selected])}
              onOpen={onOpen ?? nothing}
            />
          </section>
        );
      }}
    </Loaded>
  );
}
