/**
 * Whether a text can be stored as JSON in PostgreSQL, which refuses NUL and half surrogate pairs.
 *
 * Without this check such a text would pass every other rule and fail in the middle of a transaction.
 */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
}
