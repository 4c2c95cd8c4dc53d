/** Changing one place of a JSON document by its path, `pages[0].elements[2].title`; the document itself stays. */

export function valueAt(value: unknown, path: string): unknown {
  return stepsOf(path).reduce<unknown>((part, step) => (isRecord(part) ? part[step] : undefined), value);
}

/** The document with another value at a path; undefined takes the property, or the entry of a list, out. */
export function withValueAt(value: unknown, path: string, next: unknown): unknown {
  return put(value, stepsOf(path), next);
}

function put(value: unknown, [step, ...rest]: readonly string[], next: unknown): unknown {
  if (step === undefined) return next;
  if (!isRecord(value)) return value;
  const inside = rest.length === 0 ? next : put(value[step], rest, next);
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return inside === undefined ? list.toSpliced(Number(step), 1) : list.with(Number(step), inside);
  }
  const others = Object.entries(value).filter(([key]) => key !== step || inside !== undefined);
  return Object.fromEntries(others.map(([key, one]) => [key, key === step ? inside : one]));
}

function stepsOf(path: string): string[] {
  return path.split(/[.[\]]+/).filter((step) => step !== '');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
