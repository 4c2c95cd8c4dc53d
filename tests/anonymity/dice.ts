/** Mulberry32 (T. Ettinger, public domain): a small seeded generator, so that a run can be repeated. */
export function dice(seed: number): { below: (sides: number) => number } {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { below: (sides) => Math.floor(next() * sides) };
}
