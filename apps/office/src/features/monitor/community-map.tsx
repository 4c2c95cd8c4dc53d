import type { ReactElement } from 'react';
import { readCoverage, type RoundView } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { CoverageMap } from '../coverage/coverage-map.tsx';
import { CoverageTrail } from './coverage-trail.tsx';
import type { DrillPlace } from './drill.ts';
import { ListChoice } from './list-choice.tsx';
import { usePlaceNames } from './place-names.ts';

type Props = { round: RoundView; place: DrillPlace; fixed: boolean; areaId: string };

/** All buildings of a community with their stairwells at one look, kept up to date while somebody looks. */
export function CommunityMap({ round, place, fixed, areaId }: Props): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const { tree } = useArea();
  const nameOf = usePlaceNames(place, undefined);
  const coverage = useRead(
    readCoverage,
    { params: { areaId, roundId: round.id }, query: { by: 'stairwell' } },
    { every: 60_000 },
  );
  return (
    <div className="stack">
      <CoverageTrail place={place} fixed={fixed} nameOf={nameOf} />
      <ListChoice list="map" />
      <Loaded of={coverage}>
        {({ rows, dataTime }) => (
          <div className="stack">
            <p className="muted small">
              {t('round.coverageText')} · {t('shell.dataTime', { time: format.moment(dataTime) })}
            </p>
            <CoverageMap rows={rows} place={tree.find(areaId)?.name ?? ''} roundId={round.id} />
          </div>
        )}
      </Loaded>
    </div>
  );
}
