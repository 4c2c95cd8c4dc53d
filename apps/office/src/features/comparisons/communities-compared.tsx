import { Select } from 'antd';
import type { ReactElement } from 'react';
import { readCommunityComparison } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import type { CompareProps } from './compare-search.ts';
import { FunnelCard } from './funnel-card.tsx';
import { LevelsCompared } from './levels-compared.tsx';
import { Screen } from './screen.tsx';

/** Communities of a sampled round: which differ by more than chance explains. */
export function CommunitiesCompared({ search, change }: CompareProps): ReactElement {
  const t = useTexts();
  const { area } = useArea();
  const compared = useRead(
    readCommunityComparison,
    {
      params: { areaId: area.id },
      query: { roundId: search.purpose === 'coverage' ? undefined : search.round },
    },
    { keep: true },
  );
  return (
    <Loaded of={compared}>
      {({ round, rounds, funnels, screen }) => (
        <div className="stack">
          <div className="row">
            <Select
              aria-label={t('rates.round')}
              className="round-choice"
              value={round?.id ?? null}
              disabled={rounds.length === 0}
              onChange={(id) => change({ purpose: undefined, round: id ?? undefined })}
              options={rounds.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <span className="small muted">{t('compare.samplesOnly')}</span>
          </div>
          {area.kind === 'community' ? (
            <EmptyHint title={t('compare.oneCommunity')} hint={t('compare.oneCommunityHint')} />
          ) : funnels.length === 0 ? (
            <EmptyHint title={t('compare.none')} hint={t('compare.noneHint')} />
          ) : (
            <>
              <p className="small">{t('compare.funnelNote')}</p>
              <div className="compare-funnels">
                {funnels.map((funnel) => (
                  <FunnelCard key={funnel.indicator} funnel={funnel} roundId={round?.id} />
                ))}
              </div>
              {round === null ? null : <LevelsCompared roundId={round.id} roundName={round.name} />}
              <Screen screen={screen} round={round?.name ?? ''} />
            </>
          )}
        </div>
      )}
    </Loaded>
  );
}
