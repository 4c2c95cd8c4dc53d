import { expect, test } from 'vitest';
import { anonymousEvents, anonymousStates, anonymousTransitions } from './anonymous-record.ts';

test('every state has an answer to every event, and no other', () => {
  expect(Object.keys(anonymousTransitions)).toEqual(anonymousStates);
  for (const state of anonymousStates)
    expect(Object.keys(anonymousTransitions[state])).toEqual(anonymousEvents);
});

test('a response is kept as confirmed only by the server’s word, and loses that only by a restore', () => {
  for (const state of anonymousStates) {
    const next = anonymousTransitions[state];
    const confirming = anonymousEvents.filter((event) => state !== 'kept' && next[event] === 'kept');
    expect(confirming).toEqual(state === 'kept' || state === 'waiting' ? [] : ['acknowledged']);
  }
  const losing = anonymousEvents.filter((event) => anonymousTransitions.kept[event] !== 'kept');
  expect(losing).toEqual(['serverRestored']);
});

test('what became unreadable never becomes readable again', () => {
  for (const state of ['sealed', 'kept', 'refused'] as const)
    expect(Object.values(anonymousTransitions[state])).not.toContain('waiting');
  for (const state of ['sealed', 'kept', 'refused'] as const)
    expect(Object.values(anonymousTransitions[state])).not.toContain('batched');
});
