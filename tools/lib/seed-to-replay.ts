/** The seed that somebody wants to see again, from the environment; null where nobody does. */
export function seedToReplay(): number | null {
  const seed = process.env['SEED'];
  return seed === undefined || seed === '' ? null : Number(seed);
}
