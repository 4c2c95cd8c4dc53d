import { Statistic } from 'antd';
import type { ReactElement } from 'react';
import { readPace, type RoundPaceView, type RoundView } from '@huhudao/protocol';
import { formatShortDay, useLocale } from '@huhudao/ui';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PaceFigure } from './pace-figure.tsx';
import { usePaceWords } from './pace-words.ts';

/** How the round goes against its deadline, in words, in figures and as a picture. */
export function PaceTab({ round }: { round: RoundView }): ReactElement {
  const { area } = useArea();
  const pace = useRead(readPace, { params: { areaId: area.id, roundId: round.id } }, { every: 60_000 });
  return <Loaded of={pace}>{(data) => <Pace round={round} pace={data} />}</Loaded>;
}

function Pace({ round, pace }: { round: RoundView; pace: RoundPaceView }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const { locale } = useLocale();
  const words = usePaceWords();
  const lately = pace.days.slice(-8, -1);
  const perDay = lately.reduce((sum, { count }) => sum + count, 0) / Math.max(1, lately.length);
  const rounded = (value: number): string => format.number(Math.round(value * 10) / 10);
  return (
    <div className="stack">
      <p className="monitor-words">{words(pace)}</p>
      <p className="small muted">
        {t('monitor.paceText')} · {t('shell.dataTime', { time: format.moment(pace.dataTime) })}
      </p>
      <div className="monitor-facts">
        <Statistic
          title={t('overview.settled')}
          value={pace.settled}
          suffix={`/ ${format.number(pace.eligible)}`}
        />
        <Statistic title={t('monitor.left')} value={pace.eligible - pace.settled} />
        <Statistic
          title={t('monitor.daysLeft', { deadline: formatShortDay(pace.deadline, locale) })}
          value={pace.daysLeft}
        />
        <Statistic
          title={t('monitor.needed')}
          value={pace.neededPerDay === null ? '—' : rounded(pace.neededPerDay)}
        />
        <Statistic title={t('monitor.perDay')} value={lately.length === 0 ? '—' : rounded(perDay)} />
      </div>
      <PaceFigure pace={pace} name={round.name} />
    </div>
  );
}
