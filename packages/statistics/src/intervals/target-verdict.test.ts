import { describe, expect, test } from 'vitest';
import { reference } from '../reference.testing.ts';
import { clopperPearson } from './clopper-pearson.ts';
import { targetVerdict } from './target-verdict.ts';
import { wilson } from './wilson.ts';

describe('target verdict', () => {
  test('takes exactly as many favourable answers as the reference says, or cannot be met at all', () => {
    const { cases } = reference.threshold_demonstration;
    for (const { n, target, min_x_wilson, min_x_clopper_pearson } of cases) {
      for (const [interval, wanted] of [
        [wilson, min_x_wilson],
        [clopperPearson, min_x_clopper_pearson],
      ] as const) {
        const counts = Array.from({ length: n + 1 }, (_, x) => x);
        const first = counts.find(
          (favourable) => targetVerdict({ favourable, n, target, interval }) === 'met',
        );
        expect(first ?? null, `${n} answers, target ${target}`).toBe(wanted);
      }
    }
  });

  test('is met by 279 of 300 for 90%, undecided by 278 and by 20 of 20', () => {
    expect(targetVerdict({ favourable: 279, n: 300, target: 0.9 })).toBe('met');
    expect(targetVerdict({ favourable: 278, n: 300, target: 0.9 })).toBe('undecided');
    expect(targetVerdict({ favourable: 20, n: 20, target: 0.9 })).toBe('undecided');
  });

  test('is not met only when even the upper bound stays below the target', () => {
    expect(targetVerdict({ favourable: 200, n: 300, target: 0.9 })).toBe('notMet');
    const { upper } = wilson(262, 300, 0.9);
    expect(targetVerdict({ favourable: 262, n: 300, target: upper })).toBe('undecided');
    expect(targetVerdict({ favourable: 262, n: 300, target: upper + 1e-12 })).toBe('notMet');
  });
});
