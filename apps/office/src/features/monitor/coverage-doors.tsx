import type { ReactElement } from 'react';
import { readCoverage, readStairwell, type RoundView } from '@huhudao/protocol';
import { may, useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { StairwellPanel } from '../coverage/stairwell-panel.tsx';
import { CoverageTrail } from './coverage-trail.tsx';
import { DoorTable } from './door-table.tsx';
import type { DrillPlace } from './drill.ts';
import { usePlaceNames } from './place-names.ts';

type Props = { round: RoundView; place: DrillPlace; fixed: boolean; areaId: string; stairwellId: string };

/** The doors of a stairwell, drawn and as a list, for those who may see households. */
export function CoverageDoors({ round, place, fixed, areaId, stairwellId }: Props): ReactElement {
  const t = useTexts();
  const session = useSession();
  const { tree } = useArea();
  const mayLook = may(session, tree, 'stairwells.read', areaId);
  const { building: buildingId } = place;
  const building = useRead(
    readCoverage,
    { params: { areaId, roundId: round.id }, query: { by: 'stairwell', buildingId } },
    { enabled: buildingId !== undefined },
  );
  const stairwell = useRead(
    readStairwell,
    { params: { areaId, stairwellId }, query: { roundId: round.id } },
    { keep: true, enabled: mayLook },
  );
  const nameOf = usePlaceNames(place, building.data?.building?.name, stairwell.data?.label);
  return (
    <div className="stack">
      <CoverageTrail place={place} fixed={fixed} nameOf={nameOf} />
      {mayLook ? (
        <div className="round-stairwells">
          <DoorTable areaId={areaId} stairwellId={stairwellId} roundId={round.id} />
          <StairwellPanel areaId={areaId} stairwellId={stairwellId} roundId={round.id} />
        </div>
      ) : (
        <EmptyHint title={t('shell.notFound')} hint={t('shell.notFoundHint')} />
      )}
    </div>
  );
}
