import { Card } from 'antd';
import type { ReactElement } from 'react';
import type { ResponseOf, readTrend } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { LevelsFigure } from './levels-figure.tsx';

type Props = { trend: ResponseOf<typeof readTrend>; place: string };

/** Levels of satisfaction in the rounds of one community; nothing where none has asked. */
export function LevelsOfRounds({ trend, place }: Props): ReactElement | null {
  const t = useTexts();
  const rows = trend.flatMap(({ roundName, cells }) => {
    const cell = cells.find(({ indicator }) => indicator === 'satisfaction');
    return cell === undefined ? [] : [{ name: roundName, cell }];
  });
  if (rows.length === 0) return null;
  return (
    <Card size="small">
      <h2>{t('rates.levels.title')}</h2>
      <LevelsFigure rows={rows} title={t('rates.trendRound')} label={t('rates.levels.of', { place })} />
      {rows.map(({ name, cell }, index) =>
        index > 0 && cell.breakBefore ? (
          <p className="rate-note small muted" key={name}>
            {t('rates.levels.changed', { round: name })}
          </p>
        ) : null,
      )}
    </Card>
  );
}
