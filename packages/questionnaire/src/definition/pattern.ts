const atom = String.raw`(?:[\p{L}\p{N} _,:;@#&=<>!~%'"/-]|\\[dws.\-/+*?()[\]{}^$|]|\.|\[(?:[\p{L}\p{N} _.,:@/-]|\\[dws.\-])+\])`;
const count = String.raw`(?:\?|\{\d{1,2}(?:,\d{1,2})?\})?`;
const pattern = new RegExp(`^\\^(?:${atom}${count})+\\$$`, 'u');
const varying = /(?<!\\)\?|\{\d+,\d+\}/g;

/**
 * Whether a regular expression may be given to residents' tablets: it describes the form of a whole value,
 * character by character, such as `^[A-Z]\d{4}$`.
 *
 * Groups, alternatives, `*`, `+` and look-around are refused, and at most three parts may vary in length, by 99 at
 * most, so that no text makes the match slow. Both SurveyJS and the server use it as written.
 */
export function isSafePattern(source: string): boolean {
  if (!pattern.test(source)) return false;
  if ((source.match(varying) ?? []).length > 3) return false;
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}
