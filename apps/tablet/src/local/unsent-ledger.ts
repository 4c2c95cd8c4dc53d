/**
 * A second list of what the office has not got, outside the database: the browser may throw the database away when the
 * tablet runs out of space, and what stands here tells what was in it. Ids only; an id tells when, not what or where.
 */
const unsentOf = (personId: string): string => `huhudao.unsent.${personId}`;
const lostOf = (personId: string): string => `huhudao.lost.${personId}`;

/** Records that are gone from the tablet; `reported` once the office knows. */
export type LostRecords = { ids: readonly string[]; reported: boolean };

export function readUnsent(personId: string, storage: Storage = localStorage): string[] {
  return read(storage, unsentOf(personId)) ?? [];
}

export function writeUnsent(personId: string, ids: readonly string[], storage: Storage = localStorage): void {
  write(storage, unsentOf(personId), ids.length === 0 ? null : ids);
}

export function readLost(personId: string, storage: Storage = localStorage): LostRecords | null {
  return read(storage, lostOf(personId)) ?? null;
}

export function writeLost(personId: string, lost: LostRecords | null, storage: Storage = localStorage): void {
  write(storage, lostOf(personId), lost === null || lost.ids.length === 0 ? null : lost);
}

/** Whether somebody's unsent work is listed here while the tablet itself knows nobody: its database was thrown away. */
export function isStoreGone(knownPeople: number, storage: Storage = localStorage): boolean {
  return knownPeople === 0 && Object.keys(storage).some((key) => key.startsWith(unsentOf('')));
}

/** What is in the list and not in the database any more is lost, beside what was lost before. */
export function compare(
  personId: string,
  isThere: (id: string) => boolean,
  storage: Storage = localStorage,
): LostRecords | null {
  const gone = readUnsent(personId, storage).filter((id) => !isThere(id));
  const before = readLost(personId, storage);
  if (gone.length === 0) return before;
  const lost = { ids: [...new Set([...(before?.ids ?? []), ...gone])], reported: false };
  writeLost(personId, lost, storage);
  return lost;
}

/** When the first of them was recorded, by the tablet's clock: a UUIDv7 begins with it (RFC 9562). Milliseconds. */
export function firstRecordedAt(ids: readonly string[]): number {
  return Math.min(...ids.map((id) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)));
}

/** Only this file writes here: what is there has the shape it was given. */
function read<T>(storage: Storage, key: string): T | undefined {
  const text = storage.getItem(key);
  return text === null ? undefined : (JSON.parse(text) as T);
}

/** A list that cannot be kept is a list less; the work itself is in the database. */
function write(storage: Storage, key: string, value: unknown): void {
  try {
    if (value === null) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(value));
  } catch {
    // Full: the next change tries again.
  }
}
