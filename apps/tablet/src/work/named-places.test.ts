import { expect, it } from 'vitest';
import { someHousehold, someRound, someStairwell, someStreet } from '../testing/street.ts';
import { newConcern, reportedConcern } from './concern.ts';
import { withPlaces } from './named-places.ts';

const round = someRound();
const stairwell = someStairwell();
const zhang = someHousehold(stairwell, { room: '902' });
const street = someStreet({ rounds: [round], stairwells: [stairwell], households: [zhang] });
const door = {
  streetId: street.streetId,
  roundId: round.id,
  stairwellId: stairwell.id,
  householdId: zhang.id,
};
const { work } = reportedConcern({ ...newConcern(door), category: 'lift' }, Date.now());
const placesOf = ({ mutations }: typeof work) => mutations.map(({ label }) => label.place);

it('a record knows what its door was called, for when the door has left the tablet', () => {
  const named = withPlaces(work, [street]);
  expect(placesOf(named)).toEqual([{ compound: '滨江苑', building: '3栋', stairwell: '1单元', room: '902' }]);
  const [before, after] = [work, named].map(({ mutations }) => mutations.map(({ payload }) => payload));
  expect(after).toEqual(before);
});

it('of a door that is not known any more, or of another street, it says nothing', () => {
  expect(placesOf(withPlaces(work, []))).toEqual([undefined]);
  expect(placesOf(withPlaces(work, [{ ...street, stairwells: [] }]))).toEqual([undefined]);
});
