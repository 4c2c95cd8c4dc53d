/** What stands in the editor, read as JSON. `at` tells where it cannot be read, as `line:column` from 1. */
export type Parsed = { ok: true; definition: Record<string, unknown> } | { ok: false; at: string };

export function parseDefinition(text: string): Parsed {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { ok: true, definition: { ...value } };
    }
    return { ok: false, at: '1:1' };
  } catch (error) {
    const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    return { ok: false, at: placeOf(text, position === undefined ? text.length : Number(position)) };
  }
}

function placeOf(text: string, position: number): string {
  const before = text.slice(0, position).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

/** Where a finding's question stands in the text: the offset of its name, if it can be found. */
export function offsetOf(text: string, path: string): number | undefined {
  const name = path.split('.').at(-1) ?? path;
  const found = new RegExp(`"name"\\s*:\\s*"${name.replaceAll(/[^\w-]/g, String.raw`\$&`)}"`).exec(text);
  return found?.index;
}
