import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswerLink } from './answer-link.ts';
import { makeAppointmentLink, proveAppointment, readAppointmentLink } from './appointment-link.ts';
import { newId } from './ids.ts';

const link = {
  streetId: newId(),
  roundId: newId(),
  householdId: newId(),
  maker: newId(),
  expiresOn: '2026-11-30',
};

describe('a link for an appointment', () => {
  it('comes back as it was made, signed by its key, with another token every time', async () => {
    const address = new URL(await makeAppointmentLink('https://visits.example.cn', 'key', link));
    const read = readAppointmentLink(address.hash);
    expect(read).toMatchObject(link);
    if (read === undefined) return;
    expect(await proveAppointment('key', read)).toBe(read.proof);
    expect(await proveAppointment('another', read)).not.toBe(read.proof);
    for (const [name, other] of [
      ['householdId', newId()],
      ['roundId', newId()],
      ['expiresOn', '2027-01-01'],
    ] as const)
      expect(await proveAppointment('key', { ...read, [name]: other })).not.toBe(read.proof);
    expect(await makeAppointmentLink('https://visits.example.cn', 'key', link)).not.toBe(address.href);
  });

  it('keeps everything behind the #, shows no id as it is written elsewhere, and is no link for answers', async () => {
    const address = new URL(await makeAppointmentLink('https://visits.example.cn', 'key', link));
    expect(address.pathname + address.search).toBe('/answer/');
    for (const id of [link.householdId, link.roundId]) expect(address.href).not.toContain(id);
    expect(readAnswerLink(address.hash)).toBeUndefined();
    // A code that an old phone reads from paper.
    expect(address.href.length).toBeLessThan(200);
  });

  it('is none where anything is missing or something else stands there', async () => {
    const whole = new URL(await makeAppointmentLink('', 'key', link), 'https://visits.example.cn').hash;
    for (let length = 0; length < whole.length; length += 1)
      expect(readAppointmentLink(whole.slice(0, length))).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readAppointmentLink(text)).toBeUndefined();
      }),
    );
  });
});
