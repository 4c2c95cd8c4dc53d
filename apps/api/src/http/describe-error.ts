/**
 * An error as the log may have it. A database error carries the row it was about (`detail`, `where`, a value quoted
 * in the message), a failed `JSON.parse` the text: of these only names, codes and places in our own code are kept.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: 'not an error' };
  const { name, message, stack } = error;
  if (!quotesData(error)) return { name, code: codeOf(error), message, stack };
  const named = Object.fromEntries(
    ['code', 'table_name', 'constraint_name', 'routine'].map((key) => [key, textAt(error, key)]),
  );
  return { name, ...named, stack: stack?.split('\n').filter((line) => /^\s+at /.test(line)) };
}

/** The code an error carries, such as a SQLSTATE or `ECONNREFUSED`; empty where it has none. */
export const codeOf = (error: unknown): string => textAt(error, 'code') ?? '';

const quotesData = (error: Error): boolean =>
  error instanceof SyntaxError || error instanceof RangeError || /^[0-9A-Z]{5}$/.test(codeOf(error));

function textAt(error: unknown, key: string): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : undefined;
}
