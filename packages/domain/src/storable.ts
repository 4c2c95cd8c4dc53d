/**
 * Whether a JSON value can be stored in PostgreSQL, and comes back as it was: its texts hold no NUL and no half of a
 * surrogate pair, neither as values nor as keys. Without this check such a text would pass every other rule, and fail
 * in the middle of a transaction or come back with another sign in its place.
 */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\u0000') && !/\p{Surrogate}/u.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner));
}
