import { Card } from 'antd';
import type { ReactElement } from 'react';
import { readRates } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { LevelsFigure } from '../rates/levels-figure.tsx';

type Props = { roundId: string; roundName: string };

/** Levels of satisfaction in the communities of a sampled round, in administrative order: never by a rate. Nothing where none has asked. */
export function LevelsCompared({ roundId, roundName }: Props): ReactElement {
  const t = useTexts();
  const { tree, area } = useArea();
  const rates = useRead(
    readRates,
    { params: { areaId: area.id }, query: { purpose: 'measurement', roundId } },
    { keep: true },
  );
  return (
    <Loaded of={rates}>
      {({ cells }) => {
        const asked = cells.filter(({ indicator }) => indicator === 'satisfaction');
        if (asked.length === 0) return null;
        // Of a district, the communities of the round's own street.
        const streets = new Set(asked.map(({ areaId }) => tree.find(areaId)?.streetId));
        const communities = tree.communitiesOf(area.id).filter(({ streetId }) => streets.has(streetId));
        return (
          <Card size="small">
            <h2>{t('rates.levels.title')}</h2>
            <p className="small muted">{t('rates.levels.order')}</p>
            <LevelsFigure
              rows={communities.map(({ id, name }) => ({
                name,
                cell: asked.find(({ areaId }) => areaId === id),
              }))}
              title={t('rates.community')}
              label={t('rates.levels.of', { place: roundName })}
              roundId={roundId}
            />
          </Card>
        );
      }}
    </Loaded>
  );
}
