import { useMemo, type ReactElement } from 'react';
import type { CoverageRow } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { ChartFigure } from '../../parts/charts/figure.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLook } from '../../parts/tokens.ts';
import {
  coverageMapHeight,
  coverageMapOf,
  coverageMapOption,
  shareOf,
  wholePercent,
} from './coverage-map-option.ts';

function percent(row: CoverageRow): string {
  const share = shareOf(row);
  return share === null ? '—' : wholePercent(share);
}

type Props = { rows: readonly CoverageRow[]; place: string; roundId: string };

/** Where a round is far and where it is not, building by building; nothing where no stairwell is in the round. */
export function CoverageMap({ rows, place, roundId }: Props): ReactElement | null {
  const t = useTexts();
  const format = useFormat();
  const { tokens } = useLook();
  const map = useMemo(() => coverageMapOf(rows), [rows]);
  if (map.buildings.length === 0) return null;
  const label = t('overview.map.of', { place });
  const option = coverageMapOption(map, {
    tokens,
    tip: (row) =>
      t('overview.coverageRow', {
        name: row.name,
        settled: format.number(row.settled),
        eligible: format.number(row.eligible),
        share: percent(row),
      }),
  });
  const figures = {
    head: [
      t('overview.map.building'),
      t('overview.map.stairwell'),
      t('overview.settled'),
      t('overview.eligible'),
      t('overview.share'),
    ],
    rows: map.tiles.map(({ row }) => [
      row.stairwell?.building ?? '',
      row.stairwell?.label ?? '',
      row.settled,
      row.eligible,
      percent(row),
    ]),
  };
  return (
    <div>
      <p className="small muted">{t('overview.map.about')}</p>
      <ChartFigure
        option={option}
        figures={figures}
        label={label}
        height={coverageMapHeight(map.buildings.length)}
        fileName={label.replaceAll(/[:：]/g, ' ')}
        roundId={roundId}
      />
    </div>
  );
}
