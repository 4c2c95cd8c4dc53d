import { test } from 'vitest';
import { playHalf } from './long-run.ts';

test('five thousand interleavings from seed 1000 on lose, double and discard nothing', () => playHalf(1000));
