import { sumOf } from '../numeric/sums.ts';
import { StatisticsError } from '../statistics-error.ts';

export interface VisitorEffect {
  /** ρ, the part of the variance that lies between visitors; slightly negative by chance. */
  readonly correlation: number;
  /** `1 + (m − 1)ρ`, at least 1: by how much it enlarges the variance of a rate, m being the mean workload. */
  readonly designEffect: number;
  readonly visitors: number;
}

/**
 * How alike the answers taken by one visitor are, from a list of answers (0 and 1, or scores) for each visitor. It
 * describes the round, not a visitor: without visits assigned at random it also holds how streets differ.
 *
 * Source: one-way analysis of variance with workload m₀ = (N − Σm²/N)/(k−1), Donner 1986; Kish 1962 (visitor effect).
 */
export function visitorEffect(answersByVisitor: readonly (readonly number[])[]): VisitorEffect {
  const groups = answersByVisitor.filter((answers) => answers.length > 0);
  const sizes = groups.map((answers) => answers.length);
  const [k, total] = [groups.length, sumOf(sizes)];
  if (k < 2 || total <= k) {
    throw new StatisticsError('emptySample', 'a visitor effect needs two visitors, one with two answers');
  }
  const overall = sumOf(groups.map(sumOf)) / total;
  const means = groups.map((answers) => sumOf(answers) / answers.length);
  const between = sumOf(means.map((mean, index) => (sizes[index] ?? 0) * (mean - overall) ** 2)) / (k - 1);
  const within =
    sumOf(groups.map((answers, index) => sumOf(answers.map((value) => (value - (means[index] ?? 0)) ** 2)))) /
    (total - k);
  const typical = (total - sumOf(sizes.map((size) => size * size)) / total) / (k - 1);
  const spread = between + (typical - 1) * within;
  const correlation = spread === 0 ? 0 : (between - within) / spread;
  return { correlation, designEffect: Math.max(1, 1 + (total / k - 1) * correlation), visitors: k };
}
