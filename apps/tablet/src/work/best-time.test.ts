import { expect, it } from 'vitest';
import { timeHint } from './best-time.ts';

const notHome = (at: string) => ({ at, outcome: 'notHome' as const });

it('after two mornings without anybody home it says to try the evening', () => {
  const attempts = [notHome('2026-11-18T09:30:00+08:00'), notHome('2026-11-19T10:00:00+08:00')];
  expect(timeHint(attempts)).toEqual({ failed: 'morning', times: 2, attempt: 'evening' });
});

it('never sends somebody at a time that has failed, and says nothing once all have', () => {
  const evening = notHome('2026-11-18T19:00:00+08:00');
  const morning = notHome('2026-11-19T09:00:00+08:00');
  const afternoon = notHome('2026-11-20T14:00:00+08:00');
  expect(timeHint([evening, morning])?.attempt).toBe('afternoon');
  expect(timeHint([evening, morning, afternoon])).toBeUndefined();
});

it('says nothing where somebody was home', () => {
  expect(timeHint([{ at: '2026-11-18T09:30:00+08:00', outcome: 'refused' }])).toBeUndefined();
});
