import type { RecordSummary } from '@huhudao/outbox';
import type { StreetReference } from '../local/reference.types.ts';
import type { Draft, HeldWork, OwnRecord } from '../local/work.types.ts';

/** What this tablet has done itself. */
export type OwnWork = {
  own: readonly OwnRecord[];
  held: readonly HeldWork[];
  drafts: readonly Draft[];
  /** Records the office has not confirmed, and those it flagged. */
  records: readonly RecordSummary[];
  /** When each confirmed record was confirmed: server time, ISO 8601. */
  confirmed: ReadonlyMap<string, string>;
};

type OwnKind = OwnRecord['kind'];

/**
 * What was recorded here and the pulled data of a street does not tell yet: not confirmed, or confirmed after the last
 * pull. Held work counts as well; it is saved.
 */
export function notYetPulled<K extends OwnKind>(
  kind: K,
  reference: StreetReference,
  work: OwnWork,
): Extract<OwnRecord, { kind: K }>[] {
  const pulledAt = Date.parse(reference.serverTime);
  const pulled = (record: OwnRecord): boolean => {
    const at = work.confirmed.get(record.id);
    return at !== undefined && Date.parse(at) <= pulledAt;
  };
  const held = work.held.flatMap((one) => one.work.local.own);
  const replaced = replacedBy(work, new Set([...work.own, ...held].map(({ id }) => id)));
  const ofKind = (record: OwnRecord): record is Extract<OwnRecord, { kind: K }> =>
    record.kind === kind && record.streetId === reference.streetId && !replaced.has(record.id);
  return [...work.own.filter((record) => !pulled(record)), ...held].filter(ofKind);
}

/** Refused records whose correction says now what happened. What was handed over has none: it still happened. */
function replacedBy({ records, held }: OwnWork, own: ReadonlySet<string>): ReadonlySet<string> {
  const corrected = records.filter(({ correctedBy }) => correctedBy !== null && own.has(correctedBy));
  return new Set([...corrected.map(({ id }) => id), ...held.flatMap(({ work }) => work.corrects ?? [])]);
}
