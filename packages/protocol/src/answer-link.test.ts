import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proveCommunity, proveHousehold, readAnswerLink, writeAnswerLink } from './answer-link.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const code = (length: number) =>
  fc
    .array(fc.constantFrom(...letters), { minLength: length, maxLength: length })
    .map((some) => some.join(''));
const links = fc.record({
  token: code(22),
  communityId: fc.uuid({ version: 7 }),
  householdId: fc.uuid({ version: 7 }),
  communityProof: code(22),
  householdProof: code(22),
});

describe('a link for answering on one’s own phone', () => {
  it('reads as what was written into it', () => {
    fc.assert(
      fc.property(links, (link) => {
        expect(readAnswerLink(new URL(writeAnswerLink('https://example.cn', link)).hash)).toEqual(link);
      }),
    );
  });

  it('has nothing before the # that tells of ticket, community or household', () => {
    fc.assert(
      fc.property(links, (link) => {
        const [sent] = writeAnswerLink('https://example.cn', link).split('#');
        expect(sent).toBe('https://example.cn/answer/');
      }),
    );
  });

  it('fits a QR code that a phone reads from a tablet: 213 bytes are version 10 with medium correction', () => {
    fc.assert(
      fc.property(links, (link) => {
        expect(writeAnswerLink('https://huhudao.yunxi.example.gov.cn:8788', link).length).toBeLessThanOrEqual(
          213,
        );
      }),
    );
  });

  it('is none where it was cut off', () => {
    fc.assert(
      fc.property(links, fc.nat(), (link, at) => {
        const fragment = new URL(writeAnswerLink('https://example.cn', link)).hash;
        expect(readAnswerLink(fragment.slice(0, at % fragment.length))).toBeUndefined();
      }),
    );
  });
});

describe('a proof', () => {
  it('is another one for another key, another household, and for a community of the same id', async () => {
    const of = await Promise.all([
      proveHousehold('key', 'a'),
      proveHousehold('key', 'b'),
      proveHousehold('other', 'a'),
      proveCommunity('key', 'a'),
    ]);
    expect(new Set(of).size).toBe(4);
    expect(of[0]).toBe(await proveHousehold('key', 'a'));
    for (const one of of) expect(one).toMatch(/^[\w-]{22}$/);
  });
});
