import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { above, pathOf, placeOf, type Place } from './place.ts';

const ids = { roundId: fc.uuid(), stairwellId: fc.uuid(), householdId: fc.uuid() };
const places: fc.Arbitrary<Place> = fc.oneof(
  fc.constantFrom<Place>(
    { kind: 'today' },
    { kind: 'plan' },
    { kind: 'revisits' },
    { kind: 'sync' },
    { kind: 'settings' },
  ),
  fc.record({ kind: fc.constant('stairwell'), roundId: ids.roundId, stairwellId: ids.stairwellId }),
  fc.record({ kind: fc.constantFrom('door', 'visit'), ...ids }),
  fc.record({ kind: fc.constant('concern'), inVisit: fc.boolean(), ...ids }),
) as fc.Arbitrary<Place>;

describe('a place and its path say the same', () => {
  it('a reload opens the place one was in', () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(placeOf(pathOf(place))).toEqual(place);
      }),
    );
  });

  it('an unknown path opens Today', () => {
    for (const path of ['/tablet/nowhere', '/', '/tablet/rounds/1/stairwells/2'])
      expect(placeOf(path)).toEqual({ kind: 'today' });
  });

  it('going up from anywhere ends at a screen of the menu', () => {
    fc.assert(
      fc.property(places, (start) => {
        let steps = 0;
        for (let place: Place | undefined = start; place !== undefined; place = above(place)) steps += 1;
        expect(steps).toBeLessThanOrEqual(5);
      }),
    );
  });
});
