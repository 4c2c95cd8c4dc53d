import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decrypt, encrypt } from './envelope.ts';
import {
  createDataKey,
  importSecret,
  lockByPin,
  lockByRecovery,
  openByPin,
  openByRecovery,
  pinIterations,
  sealedIn,
} from './key-wrap.ts';

/** Few rounds of stretching: what is tried here does not depend on their number. */
const few = 1000;
const secretOf = (byte: number) => importSecret(btoa(String.fromCharCode(...new Uint8Array(32).fill(byte))));
const sixDigits = fc.stringMatching(/^[0-9]{6}$/);

async function opens(key: CryptoKey | undefined, dataKey: CryptoKey): Promise<boolean> {
  if (key === undefined) return false;
  const envelope = await encrypt({ keyId: 'k', key: dataKey }, 'draft/1', 'hers');
  return (await decrypt({ keyId: 'k', key }, 'draft/1', envelope)) === 'hers';
}

describe('the key of a store', () => {
  it('is opened by its PIN with the tablet’s secret, and by nothing that differs in either', async () => {
    const [dataKey, own, other] = [await createDataKey(), await secretOf(1), await secretOf(2)];
    await fc.assert(
      fc.asyncProperty(sixDigits, sixDigits, async (pin, guess) => {
        const lock = await lockByPin(dataKey, 'key-1', pin, own, few);
        expect(await opens(await openByPin(lock, 'key-1', pin, own), dataKey)).toBe(true);
        expect(await openByPin(lock, 'key-1', pin, other)).toBeUndefined();
        expect(await openByPin(lock, 'key-2', pin, own)).toBeUndefined();
        if (guess !== pin) expect(await openByPin(lock, 'key-1', guess, own)).toBeUndefined();
      }),
      { numRuns: 25 },
    );
  });

  it('is opened without a PIN by the recovery secret alone, and the one for the PIN does not do', async () => {
    const [dataKey, recovery, unlock] = [await createDataKey(), await secretOf(3), await secretOf(4)];
    const lock = await lockByRecovery(dataKey, 'key-1', recovery);
    expect(await opens(await openByRecovery(lock, 'key-1', recovery), dataKey)).toBe(true);
    expect(await openByRecovery(lock, 'key-1', unlock)).toBeUndefined();
  });

  it('is opened by what a change of the PIN wrote, with the same work under it', async () => {
    const [dataKey, secret] = [await createDataKey(), await secretOf(5)];
    const before = await lockByPin(dataKey, 'key-1', '471902', secret, few);
    const opened = await openByPin(before, 'key-1', '471902', secret);
    const after = await lockByPin(opened ?? dataKey, 'key-1', '906317', secret, few * 2);
    expect(await opens(await openByPin(after, 'key-1', '906317', secret), dataKey)).toBe(true);
    expect(await openByPin(after, 'key-1', '471902', secret)).toBeUndefined();
  });

  it('cannot be taken out once it is in use, nor can the secret', async () => {
    const used = await sealedIn(await createDataKey());
    await expect(crypto.subtle.exportKey('raw', used)).rejects.toThrow();
    await expect(crypto.subtle.exportKey('raw', await secretOf(6))).rejects.toThrow();
  });

  it('says with how many rounds its PIN was stretched', async () => {
    const lock = await lockByPin(await createDataKey(), 'key-1', '471902', await secretOf(7));
    expect(lock.stretch.iterations).toBe(pinIterations);
    expect(lock.stretch.salt).toHaveLength(16);
    expect(pinIterations).toBeGreaterThanOrEqual(600_000);
  });
});
