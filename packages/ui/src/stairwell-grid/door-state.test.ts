import { describe, expect, it } from 'vitest';
import { outcomes } from '@huhudao/domain';
import { doorStateOf, type DoorFacts } from './door-state.ts';

const quiet: DoorFacts = {
  assigned: true,
  outcome: null,
  occupancy: 'occupied',
  doNotContact: false,
  revisit: false,
};

describe('the state shown for a door', () => {
  it('a wish not to be disturbed comes before everything else', () => {
    for (const outcome of outcomes)
      expect(doorStateOf({ ...quiet, outcome, revisit: true, doNotContact: true })).toBe('doNotContact');
  });

  it('a revisit that waits is shown over what is done', () => {
    expect(doorStateOf({ ...quiet, outcome: 'completed', revisit: true })).toBe('revisit');
  });

  it('what was found at the door comes before what the register says', () => {
    expect(doorStateOf({ ...quiet, occupancy: 'vacant' })).toBe('vacant');
    expect(doorStateOf({ ...quiet, occupancy: 'vacant', outcome: 'completed' })).toBe('done');
  });

  it('unfinished answers are not a door that is done', () => {
    expect(doorStateOf({ ...quiet, outcome: 'partial' })).toBe('partial');
  });

  it('a shop outside the round is not a door to visit', () => {
    expect(doorStateOf({ ...quiet, assigned: false, occupancy: 'business' })).toBe('notResidential');
    expect(doorStateOf({ ...quiet, assigned: false })).toBe('notAssigned');
  });
});
