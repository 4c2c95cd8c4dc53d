import {
  addDays,
  daysBetween,
  dayOf,
  paceCurve,
  paceForecast,
  roundPace,
  type PaceForecast,
  type RoundProgress,
} from '@huhudao/domain';
import type { RoundPaceView, RoundView } from '@huhudao/protocol';
import { cumulativeForecast } from '@huhudao/statistics';

export type PaceFigures = {
  eligible: number;
  settled: number;
  settledByDay: readonly { day: string; count: number }[];
};

/** How a round goes, from what is settled now and by when it was; a closed round goes nowhere any more. */
export function readPace(round: RoundView, figures: PaceFigures, dataTime: string): RoundPaceView {
  const { startsOn, deadline } = round;
  const { eligible, settled } = figures;
  const settledOn = new Map(figures.settledByDay.map(({ day, count }) => [day, count]));
  const today = dayOf(dataTime);
  const progress: RoundProgress = { startsOn, deadline, today, eligible, settled, settledOn };
  const { daysLeft, neededPerDay = null } = roundPace(progress);
  const goesOn = round.state === 'open';
  return {
    dataTime,
    startsOn,
    deadline,
    eligible,
    settled,
    daysLeft: goesOn ? daysLeft : 0,
    neededPerDay: goesOn ? neededPerDay : null,
    days: daysSoFar(progress, goesOn),
    forecast:
      goesOn || settled === eligible
        ? present(paceForecast(progress, cumulativeForecast))
        : { state: 'over' },
    ahead: goesOn ? [...paceCurve(progress, cumulativeForecast)] : [],
  };
}

/** Every day up to today, or to the last visit of a round that is over; what came before the first day counts on it. */
function daysSoFar({ startsOn, today, settledOn }: RoundProgress, goesOn: boolean): RoundPaceView['days'] {
  const visited = [...settledOn.keys()].toSorted();
  const last = goesOn ? today : (visited.at(-1) ?? startsOn);
  const length = Math.max(0, daysBetween(startsOn, last) + 1);
  let total = visited
    .filter((day) => day < startsOn)
    .reduce((sum, day) => sum + (settledOn.get(day) ?? 0), 0);
  return Array.from({ length }, (_, index) => {
    const day = addDays(startsOn, index);
    const count = settledOn.get(day) ?? 0;
    total += count;
    return { day, count, total };
  });
}

function present(forecast: PaceForecast): RoundPaceView['forecast'] {
  if (forecast.state !== 'forecast') return forecast;
  const { earliest = null, expected = null, latest = null } = forecast.finish;
  return { ...forecast, finish: { earliest, expected, latest } };
}
