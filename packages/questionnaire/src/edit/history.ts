/** A document with what it was before and what was undone: one history for every way of editing it. */
export interface History<T> {
  past: readonly Step<T>[];
  present: T;
  future: readonly Step<T>[];
}

/** `label` says what made the step; typing on in the same field makes one step, not one for each letter. */
interface Step<T> {
  document: T;
  label: string | null;
}

/** Steps that can be undone: more than anybody goes back by hand. */
const longest = 200;

export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [] };
}

/** The document after an edit. Edits with the same label that follow each other are undone together. */
export function record<T>(history: History<T>, present: T, label: string | null = null): History<T> {
  if (present === history.present) return history;
  const goesOn = label !== null && history.future.length === 0 && history.past.at(-1)?.label === label;
  const past = goesOn
    ? history.past
    : [...history.past, { document: history.present, label }].slice(-longest);
  return { past, present, future: [] };
}

export function undo<T>({ past, present, future }: History<T>): History<T> {
  const last = past.at(-1);
  if (last === undefined) return { past, present, future };
  const undone = { document: present, label: last.label };
  return { past: past.slice(0, -1), present: last.document, future: [undone, ...future] };
}

export function redo<T>({ past, present, future }: History<T>): History<T> {
  const [next, ...rest] = future;
  if (next === undefined) return { past, present, future };
  return { past: [...past, { document: present, label: next.label }], present: next.document, future: rest };
}
