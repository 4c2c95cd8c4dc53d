/**
 * Random numbers that can be drawn again: MurmurHash3 turns the seed's text into the state of xoshiro128**.
 *
 * Both are published, stable algorithms with reference vectors (random.test.ts), so that a draw can be replayed
 * years later and by somebody else's program. Not for secrets: whoever knows the seed knows the numbers.
 */
export interface RandomSource {
  /** The next whole number in [0, 2³²). */
  readonly nextUint32: () => number;
}

/**
 * The generator of a seed: the seed's UTF-8 bytes hashed with MurmurHash3 (x86, 32 bit) under the hash seeds
 * 0, 1, 2 and 3 give the four words of the state.
 */
export function seededRandom(seed: string): RandomSource {
  const bytes = new TextEncoder().encode(seed);
  const words = [0, 1, 2, 3].map((hashSeed) => murmurHash3(bytes, hashSeed));
  // A state of four zeros would stay there; the generator needs any other.
  return xoshiro128StarStar(words.every((word) => word === 0) ? [1, 0, 0, 0] : words);
}

/**
 * xoshiro128** 1.1 by Blackman and Vigna, "Scrambled linear pseudorandom number generators" (2021).
 * `state` is four 32-bit words, not all zero.
 */
export function xoshiro128StarStar(state: readonly number[]): RandomSource {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  return {
    nextUint32() {
      const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = rotateLeft(d, 11);
      return result;
    },
  };
}

/** MurmurHash3_x86_32 by Austin Appleby: a well-mixed 32-bit hash of `bytes`. */
export function murmurHash3(bytes: Uint8Array, hashSeed: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tailStart = bytes.length - (bytes.length % 4);
  let hash = hashSeed;
  for (let at = 0; at < tailStart; at += 4) {
    hash = rotateLeft(hash ^ mixBlock(view.getUint32(at, true)), 13);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  let tail = 0;
  for (let at = bytes.length - 1; at >= tailStart; at -= 1) tail = (tail << 8) | view.getUint8(at);
  if (tailStart < bytes.length) hash ^= mixBlock(tail);
  hash ^= bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function mixBlock(block: number): number {
  return Math.imul(rotateLeft(Math.imul(block, 0xcc9e2d51), 15), 0x1b873593);
}

function rotateLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
