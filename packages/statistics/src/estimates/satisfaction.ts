import { StatisticsError, requireCount } from '../statistics-error.ts';

/**
 * What one answer code of a satisfaction item is. `top` counts towards both shares, `headline` only towards the
 * headline share, `rest` towards neither, `dontKnow` into the don't-know share, `outside` nowhere (a refusal).
 */
export type SatisfactionCode =
  | { readonly level: 'top' | 'headline' | 'rest'; readonly score: number }
  | { readonly level: 'dontKnow' | 'outside' };

export interface SatisfactionDefinition {
  readonly codes: Readonly<Record<string, SatisfactionCode>>;
  /** Whether "don't know" stands in the base of the two shares. It never has a score. */
  readonly dontKnow: 'outOfBase' | 'inBase';
}

/** Four figures that are only printed together: each alone has been called "the satisfaction rate". */
export interface SatisfactionSummary {
  /** Base of the two shares. */
  readonly n: number;
  readonly top: number;
  readonly headline: number;
  /** Answers with a score. */
  readonly scored: number;
  readonly dontKnow: number;
  readonly topShare: number | undefined;
  readonly headlineShare: number | undefined;
  /** Mean of the codes' scores over the scored answers, in score points. */
  readonly meanScore: number | undefined;
  /** Standard error of the mean score in a simple random sample (n − 1 in the denominator). */
  readonly meanScoreStandardError: number | undefined;
  /** Don't-know answers among scored and don't-know answers. */
  readonly dontKnowShare: number | undefined;
}

/** Top share, headline share, mean score and don't-know share from the number of answers per code. */
export function satisfactionSummary(
  answers: Readonly<Record<string, number>>,
  definition: SatisfactionDefinition,
): SatisfactionSummary {
  const total = { top: 0, headline: 0, rest: 0, dontKnow: 0, outside: 0 };
  let scoreSum = 0;
  let squareSum = 0;
  for (const [code, count] of Object.entries(answers)) {
    requireCount(count, code);
    const place = Object.hasOwn(definition.codes, code) ? definition.codes[code] : undefined;
    if (place === undefined) {
      throw new StatisticsError('unmappedCode', `answer code "${code}" has no place in the definition`);
    }
    total[place.level] += count;
    if ('score' in place) {
      scoreSum += count * place.score;
      squareSum += count * place.score * place.score;
    }
  }
  const scored = total.top + total.headline + total.rest;
  const n = definition.dontKnow === 'inBase' ? scored + total.dontKnow : scored;
  const share = (part: number, whole: number) => (whole === 0 ? undefined : part / whole);
  const meanScore = share(scoreSum, scored);
  return {
    n,
    top: total.top,
    headline: total.top + total.headline,
    scored,
    dontKnow: total.dontKnow,
    topShare: share(total.top, n),
    headlineShare: share(total.top + total.headline, n),
    meanScore,
    meanScoreStandardError:
      meanScore === undefined || scored <= 1
        ? undefined
        : Math.sqrt(Math.max(0, squareSum - scored * meanScore * meanScore) / (scored - 1) / scored),
    dontKnowShare: share(total.dontKnow, scored + total.dontKnow),
  };
}
