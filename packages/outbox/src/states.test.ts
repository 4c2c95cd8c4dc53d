import { describe, expect, test } from 'vitest';
import {
  isConfirmed,
  nextState,
  outboxEvents,
  outboxStates,
  transitions,
  type FrozenState,
} from './states.ts';

const green: readonly string[] = outboxStates.filter(isConfirmed);
const frozen = outboxStates.filter((state): state is FrozenState => state !== 'draft');

test('every state has an answer to every event, and no other', () => {
  expect(Object.keys(transitions)).toEqual(outboxStates);
  for (const state of outboxStates) {
    expect(Object.keys(transitions[state])).toEqual(outboxEvents);
    for (const event of outboxEvents)
      expect([...outboxStates, 'impossible']).toContain(transitions[state][event]);
  }
});

test('no event deletes a record or makes a draft of it again', () => {
  for (const state of frozen) {
    for (const event of outboxEvents) {
      if (event === 'freeze') expect(() => nextState(state, event)).toThrow('Impossible');
      else expect(frozen).toContain(nextState(state, event));
    }
  }
});

test('a record turns green only by a confirmation of the server', () => {
  for (const state of frozen.filter((one) => !isConfirmed(one))) {
    const greening = outboxEvents.filter((event) => green.includes(transitions[state][event]));
    expect(greening).toEqual(['acknowledged', 'acknowledgedParallel']);
  }
});

test('only a restored server takes a confirmation back', () => {
  for (const state of frozen.filter(isConfirmed)) {
    const losing = outboxEvents.filter(
      (event) => event !== 'freeze' && !green.includes(transitions[state][event]),
    );
    expect(losing).toEqual(['serverRestored']);
  }
});

test('a visit that another team met is told of wherever its record stands', () => {
  for (const state of frozen) expect(nextState(state, 'acknowledgedParallel')).toBe('parallel');
});

describe('what is on its way', () => {
  test.each(['unclear', 'deferred', 'restarted'] as const)(
    'goes back to the queue when its end is %s',
    (event) => {
      expect(nextState('sending', event)).toBe('queued');
    },
  );

  test('is refused into needsAttention, from where only the server or a person moves it', () => {
    expect(nextState('sending', 'rejected')).toBe('needsAttention');
    const moving = outboxEvents.filter((event) => transitions.needsAttention[event] !== 'needsAttention');
    expect(moving).toEqual([
      'freeze',
      'acknowledged',
      'acknowledgedParallel',
      'serverRestored',
      'offeredAgain',
    ]);
  });
});
