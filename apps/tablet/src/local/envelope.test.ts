import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStoreKey, decrypt, encrypt } from './envelope.ts';

const textOf = (bytes: ArrayBuffer) => new TextDecoder('latin1').decode(bytes);

describe('an envelope', () => {
  it('gives back whatever was put in', async () => {
    const key = await createStoreKey();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const opened = await decrypt(key, 'draft/1', await encrypt(key, 'draft/1', value));
        expect(JSON.stringify(opened)).toBe(JSON.stringify(value));
      }),
      { numRuns: 30 },
    );
  });

  it('shows nothing of what is inside, and never the same bytes twice', async () => {
    const key = await createStoreKey();
    const value = { residentName: 'Zhang Jianhua', room: '902' };
    const [first, second] = [await encrypt(key, 'draft/1', value), await encrypt(key, 'draft/1', value)];
    expect(textOf(first.ciphertext)).not.toContain('Zhang');
    expect(textOf(first.ciphertext)).not.toBe(textOf(second.ciphertext));
  });

  it('does not open with another person’s key', async () => {
    const envelope = await encrypt(await createStoreKey(), 'draft/1', 'hers');
    await expect(decrypt(await createStoreKey(), 'draft/1', envelope)).rejects.toThrow();
  });

  it('does not open in another place than its own, nor when a bit of it was changed', async () => {
    const key = await createStoreKey();
    const envelope = await encrypt(key, 'draft/1', 'hers');
    await expect(decrypt(key, 'draft/2', envelope)).rejects.toThrow();
    const altered = new Uint8Array(envelope.ciphertext.slice(0));
    altered[0] = (altered[0] ?? 0) ^ 1;
    await expect(decrypt(key, 'draft/1', { ...envelope, ciphertext: altered.buffer })).rejects.toThrow();
  });

  it('has a key that nobody can take out', async () => {
    const { key } = await createStoreKey();
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });
});
