import type { ColumnsType } from 'antd/es/table';
import type { ReactElement, ReactNode } from 'react';
import { readCoverage, type CoverageLevel, type CoverageRow, type RoundView } from '@huhudao/protocol';
import { may, useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { CoverageTable } from '../coverage/coverage-table.tsx';
import { CoverageTrail, PlaceLink } from './coverage-trail.tsx';
import type { DrillPlace } from './drill.ts';
import { usePlaceNames } from './place-names.ts';

type Props = {
  round: RoundView;
  place: DrillPlace;
  fixed: boolean;
  /** The community, or the street above them all. */
  areaId: string;
  level: CoverageLevel;
  selection?: { selected: string[]; onChange: (ids: string[]) => void };
  /** Between the way up and the table. */
  children?: ReactNode;
};

/** The places of one level with their figures; each leads one level down, for those who may see what is there. */
export function CoveragePlaces({
  round,
  place,
  fixed,
  areaId,
  level,
  selection,
  children,
}: Props): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const session = useSession();
  const { tree } = useArea();
  const coverage = useCoverage(round.id, areaId, place, level);
  const figures = useFigures(level);
  const nameOf = usePlaceNames(place, coverage.data?.building?.name);
  const enter = level !== 'stairwell' || may(session, tree, 'stairwells.read', areaId);
  const renderPlace = ({ id, name }: CoverageRow): ReactNode => {
    const shown = name === '' ? t('monitor.noGrid') : name;
    return enter ? <PlaceLink place={{ ...place, [level]: id }} name={shown} /> : shown;
  };
  return (
    <div className="stack">
      <CoverageTrail place={place} fixed={fixed} nameOf={nameOf} />
      {children}
      <Loaded of={coverage}>
        {(data) => (
          <div className="stack">
            <p className="muted small">
              {t('round.coverageText')} · {t('shell.dataTime', { time: format.moment(data.dataTime) })}
            </p>
            <CoverageTable
              rows={data.rows}
              more={figures}
              renderPlace={renderPlace}
              {...(selection === undefined ? {} : { selection })}
            />
          </div>
        )}
      </Loaded>
    </div>
  );
}

/** The figures of a level, kept up to date while somebody looks. */
function useCoverage(roundId: string, areaId: string, place: DrillPlace, by: CoverageLevel) {
  const { grid: gridId, building: buildingId } = place;
  return useRead(
    readCoverage,
    { params: { areaId, roundId }, query: { by, gridId, buildingId } },
    { every: 60_000 },
  );
}

function useFigures(level: CoverageLevel): ColumnsType<CoverageRow> {
  const t = useTexts();
  const format = useFormat();
  const figure = (title: string, of: (row: CoverageRow) => number) => ({
    title,
    className: 'number',
    render: (_: unknown, row: CoverageRow) => format.number(of(row)),
  });
  return [
    figure(t('round.attempted'), (row) => row.attempted),
    figure(t('monitor.reached'), (row) => row.reached),
    figure(t('monitor.left'), (row) => row.eligible - row.settled),
    figure(t('monitor.revisits'), (row) => row.revisits),
    ...(level === 'stairwell'
      ? [{ title: t('round.team'), render: (_: unknown, row: CoverageRow) => row.teamName ?? '—' }]
      : []),
  ];
}
