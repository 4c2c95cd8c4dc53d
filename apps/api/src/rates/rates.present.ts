import type { Indicator } from '@huhudao/domain';
import type { RateCell, ResponseOf, readRates } from '@huhudao/protocol';
import { outcomeRates, targetVerdict } from '@huhudao/statistics';
import type { AreaRow, CellRow, RatedRound } from './rates.queries.ts';

type Rates = ResponseOf<typeof readRates>;

export type Targets = ReadonlyMap<Indicator, number>;

export const presentRound = ({ id, name, purpose, startsOn, deadline, state, partlyIds }: RatedRound) => ({
  id,
  name,
  purpose,
  startsOn,
  deadline,
  state,
  partlyIds,
});

/**
 * A cell as released. Only the verdict is made when it is read, from released figures and the target of today: a
 * changed target judges old figures anew, and tells nothing that the figures do not.
 */
export function presentCell(row: CellRow, areaName: string, targets: Targets): RateCell {
  const { areaId, indicator, number, formulaId, kind, reason, n, figures, dataTime } = row;
  const target = targets.get(indicator) ?? null;
  const { effectiveN, ...shown } = figures;
  return {
    areaId,
    areaName,
    indicator,
    kind,
    reason,
    n,
    ...shown,
    verdict: verdictOf(shown.value, effectiveN, target),
    target,
    formulaId,
    dataTime,
    release: number,
  };
}

/** Targets are judged on samples: what is not shown, and what only describes those reached, has no verdict. */
function verdictOf(
  value: number | null,
  effectiveN: number | null,
  target: number | null,
): RateCell['verdict'] {
  if (value === null || effectiveN === null || target === null) return null;
  return targetVerdict({ favourable: value * effectiveN, n: effectiveN, target });
}

export function presentOutcomes({ areaId, figures }: AreaRow): Rates['outcomes'][number] {
  const rates = outcomeRates(figures.outcomes);
  const { RR1 = null, RR2 = null, RR3 = null, RR4 = null, RR5 = null, RR6 = null } = rates;
  const { COOP1 = null, COOP2 = null, COOP3 = null, COOP4 = null } = rates;
  const { REF1 = null, REF2 = null, REF3 = null, CON1 = null, CON2 = null, CON3 = null, e = null } = rates;
  return {
    areaId,
    counts: figures.outcomes,
    excess: figures.excess,
    rates: {
      RR1,
      RR2,
      RR3,
      RR4,
      RR5,
      RR6,
      COOP1,
      COOP2,
      COOP3,
      COOP4,
      REF1,
      REF2,
      REF3,
      CON1,
      CON2,
      CON3,
      e,
    },
  };
}
