import type { z } from 'zod';

/**
 * Parses what this app knows of an answer. A newer server may say more than a tablet that was not updated for weeks can
 * read; what it does not know is left out, anywhere in the answer, and the rest has to be right.
 */
export function parseKnownPart<S extends z.ZodType>(
  schema: S,
  answer: unknown,
): z.ZodSafeParseResult<z.output<S>> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed;
  const { issues } = parsed.error;
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? [issue] : []));
  if (unknown.length < issues.length) return parsed;
  const known = structuredClone(answer);
  for (const { path, keys } of unknown) {
    const place = at(known, path);
    for (const key of keys) if (place !== undefined) Reflect.deleteProperty(place, key);
  }
  return schema.safeParse(known);
}

function at(value: unknown, path: readonly PropertyKey[]): object | undefined {
  let place = value;
  for (const key of path) {
    if (typeof place !== 'object' || place === null) return undefined;
    place = Reflect.get(place, key);
  }
  return typeof place === 'object' && place !== null ? place : undefined;
}
