/** The value, which the code around it has already made sure of. @throws Error naming what was missing. */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`missing: ${what}`);
  return value;
}

/** Fails to compile where a switch has left out a case. */
export function assertNever(value: never): never {
  throw new Error(`unexpected: ${String(value)}`);
}
