/** A community's rate in two rounds: the difference and how sure it is, or why there is none. */
import type { RoundDifference } from '@huhudao/protocol';
import { newcombeDifference, type Difference } from '@huhudao/statistics';
import type { RatedRound } from './rates.queries.ts';
import type { ReleasedCell } from './released-cells.ts';
import { countsOf, takesPart, type PrintedCell } from './takes-part.ts';

type ComparedRound = Pick<RatedRound, 'purpose' | 'partlyIds'>;
export type Pair = { now: ReleasedCell | undefined; former: ReleasedCell | undefined };

/** Two rounds draw their samples, or reach their households, independently of each other. */
export function compareRounds(
  { now, former }: Pair,
  rounds: { now: ComparedRound; former: ComparedRound },
): Pick<RoundDifference, 'difference' | 'why'> {
  if (now === undefined || former === undefined) return { difference: null, why: 'noFigure' };
  if (rounds.now.purpose !== rounds.former.purpose) return { difference: null, why: 'purpose' };
  if (now.cell.formulaId !== former.cell.formulaId) return { difference: null, why: 'formula' };
  // The parts that were visited need not be the same.
  const partly = [...rounds.now.partlyIds, ...rounds.former.partlyIds];
  if (partly.includes(now.cell.areaId)) return { difference: null, why: 'partly' };
  if (!takesPart(now) || !takesPart(former)) return { difference: null, why: 'notShown' };
  const sampled = rounds.now.purpose === 'measurement';
  return { difference: sampled ? ofSamples(now, former) : ofThoseReached(now, former), why: null };
}

function ofSamples(now: PrintedCell, former: PrintedCell): Difference {
  const [one, two] = [countsOf(now), countsOf(former)];
  return newcombeDifference({
    favourable1: one.favourable,
    n1: one.n,
    favourable2: two.favourable,
    n2: two.n,
  });
}

/** No sampling error, but each round's silent households may have thought anything within its bounds. */
function ofThoseReached({ cell: now }: PrintedCell, { cell: former }: PrintedCell): Difference {
  const [low, high] = now.bounds ?? [0, 1];
  const [formerLow, formerHigh] = former.bounds ?? [0, 1];
  return { value: now.value - former.value, lower: low - formerHigh, upper: high - formerLow };
}
