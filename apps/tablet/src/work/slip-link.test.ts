import { expect, it } from 'vitest';
import { instantOf } from '@huhudao/domain';
import { newId, proveAppointment, readAppointmentLink } from '@huhudao/protocol';
import { someRound } from '../testing/street.ts';
import { slipLink } from './slip-link.ts';

const door = { streetId: newId(), householdId: newId() };
const slip = { maker: newId(), key: 'the key of this tablet', origin: null };
const now = Date.parse(instantOf('2026-11-10', '10:00'));
const made = async (deadline: string, over = {}) => {
  const link = await slipLink(someRound({ deadline, slip, ...over }), door, 'https://tablet.example.cn', now);
  return link === null ? undefined : new URL(link);
};

it('a slip’s link is signed by the tablet for its door, and leads to where residents reach the server', async () => {
  const link = readAppointmentLink((await made('2026-11-30'))?.hash ?? '');
  expect(link).toMatchObject({ ...door, maker: slip.maker });
  if (link !== undefined) expect(link.proof).toBe(await proveAppointment(slip.key, link));
  expect((await made('2026-11-30'))?.origin).toBe('https://tablet.example.cn');
  const origin = 'https://visits.example.cn';
  expect((await made('2026-11-30', { slip: { ...slip, origin } }))?.origin).toBe(origin);
});

it('a link is good for a fortnight, and never longer than the round', async () => {
  const lastDay = async (deadline: string) =>
    readAppointmentLink((await made(deadline))?.hash ?? '')?.expiresOn;
  expect(await lastDay('2026-12-31')).toBe('2026-11-24');
  expect(await lastDay('2026-11-12')).toBe('2026-11-12');
});

it('none is made where one does not visit in the round', async () => {
  expect(await slipLink(someRound(), door, 'https://tablet.example.cn', now)).toBeNull();
});
