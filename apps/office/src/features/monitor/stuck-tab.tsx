import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { readStuck, type RoundView, type StuckView } from '@huhudao/protocol';
import { formatShortDay, useLocale } from '@huhudao/ui';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { StuckDoors } from './stuck-doors.tsx';
import { WithoutPlan, WithoutTeam, QuietTablets } from './stuck-others.tsx';

/** What does not move in an open round, why, and what helps. */
export function StuckTab({ round }: { round: RoundView }): ReactElement {
  const { area } = useArea();
  const stuck = useRead(readStuck, { params: { areaId: area.id, roundId: round.id } }, { every: 60_000 });
  return <Loaded of={stuck}>{(data) => <Stuck round={round} stuck={data} />}</Loaded>;
}

function Stuck({ round, stuck }: { round: RoundView; stuck: StuckView }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const { locale } = useLocale();
  const { usedUp, refusals, appointments, withoutTeam, withoutPlan, tablets } = stuck;
  const all = [usedUp, refusals, appointments, withoutTeam, withoutPlan, tablets];
  if (all.every(({ total }) => total === 0))
    return <Alert type="success" showIcon title={t('monitor.nothingStuck')} />;
  return (
    <div className="stack monitor-stuck">
      <p className="small muted">
        {t('monitor.stuckText')} · {t('shell.dataTime', { time: format.moment(stuck.dataTime) })}
      </p>
      <WithoutTeam list={withoutTeam} />
      <WithoutPlan round={round} list={withoutPlan} />
      <StuckDoors
        kind="appointments"
        cause="appointments"
        round={round}
        list={appointments}
        more={{
          title: t('monitor.agreedOn'),
          render: (row) => `${formatShortDay(row.day, locale)} ${row.from}`,
        }}
      />
      <StuckDoors
        kind="refusals"
        cause="refusals"
        round={round}
        list={refusals}
        more={{
          title: t('monitor.notBefore'),
          render: (row) =>
            row.due ? t('monitor.nowDue') : t('monitor.from', { day: formatShortDay(row.notBefore, locale) }),
        }}
      />
      <StuckDoors kind="usedUp" round={round} list={usedUp} />
      <QuietTablets round={round} list={tablets} />
    </div>
  );
}
