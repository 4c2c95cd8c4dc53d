import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';
import { createSealingKeyPair, importPrivateKey, open, openJson, type SealingKeyPair } from './open.ts';
import { checkSealingKey, seal, sealJson } from './sealed-box.ts';

let pair: SealingKeyPair;
let privateKey: CryptoKeyPair;

beforeAll(async () => {
  pair = await createSealingKeyPair();
  privateKey = await importPrivateKey(pair.privateKey);
});

test('whatever a tablet seals, the server opens to the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
      expect(await open(privateKey, await seal(pair.publicKey, bytes))).toEqual(bytes);
    }),
    { numRuns: 50 },
  );
});

test('answers in Chinese come out of a sealed JSON as they went in', async () => {
  const answers = { q1: '知道一些', q2: ['绿化', '停车'] };
  expect(await openJson(privateKey, await sealJson(pair.publicKey, answers))).toEqual(answers);
});

test('the same answers never give the same box twice', async () => {
  expect(await sealJson(pair.publicKey, { q1: 1 })).not.toBe(await sealJson(pair.publicKey, { q1: 1 }));
});

test('a short and a longer response give boxes of one length', async () => {
  const short = await sealJson(pair.publicKey, { q1: 1 });
  const longer = await sealJson(pair.publicKey, { q1: 1, remark: '楼道灯坏了'.repeat(40) });
  expect(longer.length).toBe(short.length);
});

describe('a box does not open', () => {
  test('when a single bit of it was altered', async () => {
    const box = fromBase64(await seal(pair.publicKey, new TextEncoder().encode('保密')));
    for (const at of [0, 5, 40, box.length - 1]) {
      const altered = box.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      await expect(open(privateKey, toBase64(altered))).rejects.toThrow();
    }
  });

  test('with the key of another server', async () => {
    const other = await importPrivateKey((await createSealingKeyPair()).privateKey);
    await expect(open(other, await seal(pair.publicKey, new Uint8Array([1])))).rejects.toThrow();
  });

  test('when it is cut off or empty', async () => {
    const box = await seal(pair.publicKey, new Uint8Array(10));
    for (const cut of ['', box.slice(0, 40), box.slice(0, -8)])
      await expect(open(privateKey, cut)).rejects.toThrow();
  });
});

test('a key that nothing can be sealed to is found at sign-in', async () => {
  await expect(checkSealingKey(pair.publicKey)).resolves.toBeUndefined();
  await expect(checkSealingKey('bm90IGEga2V5')).rejects.toThrow();
  await expect(checkSealingKey(pair.privateKey)).rejects.toThrow();
});
