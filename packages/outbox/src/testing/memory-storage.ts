import type { PullResponse } from '@huhudao/protocol';
import { changedItem, type AnonymousChange, type AnonymousItem } from '../anonymous-record.ts';
import type { Photo } from '../photo-record.ts';
import { changedHead, contentAfter, correctedHead, type FrozenRecord, type RecordChange } from '../record.ts';
import { isConfirmed } from '../states.ts';
import type { FrozenWork, OutboxCounts, OutboxStorage, Settlement, SyncMarks } from '../storage.ts';
import { marksAfter, noMarks, recordsAfter } from '../sync-marks.ts';
import { changePhotos, memoryPhotos } from './memory-photos.ts';

/** What would be on the disk. */
export type Disk<Local> = {
  sequence: number;
  records: Map<string, FrozenRecord>;
  anonymous: Map<string, AnonymousItem>;
  photos: Map<string, Photo>;
  local: Local[];
  marks: SyncMarks;
  cursors: Map<string, string>;
  pages: PullResponse[];
  versions: Set<string>;
};

export function emptyDisk<Local>(): Disk<Local> {
  return {
    sequence: 0,
    records: new Map(),
    anonymous: new Map(),
    photos: new Map(),
    local: [],
    marks: noMarks,
    cursors: new Map(),
    pages: [],
    versions: new Set(),
  };
}

const copy = <T>(value: T): T => structuredClone(value);

/** The storage contract over a `Disk`. Every method does all its work in one turn, which stands for a transaction. */
export function memoryStorage<Local>(disk: Disk<Local>): OutboxStorage<Local> {
  const records = (): FrozenRecord[] =>
    [...disk.records.values()].toSorted((a, b) => a.sequence - b.sequence);

  function applyRecords(changes: readonly RecordChange[]): FrozenRecord[] {
    const changed = changes.flatMap((change) => {
      const record = disk.records.get(change.id);
      if (record === undefined) return [];
      const head = changedHead(record, change);
      return [{ ...record, ...head, content: contentAfter(head.state, record.content) }];
    });
    for (const record of changed) disk.records.set(record.id, record);
    return changed;
  }

  function applyAnonymous(changes: readonly AnonymousChange[]): void {
    const changed = changes.flatMap((change) => {
      const item = disk.anonymous.get(change.id);
      return item === undefined ? [] : [changedItem(item, change)];
    });
    for (const item of changed) disk.anonymous.set(item.id, item);
    clearRemainder();
  }

  function clearRemainder(): void {
    const waits = [...disk.anonymous.values()].some(({ state }) => state === 'waiting');
    if (!waits) disk.marks = { ...disk.marks, remainderDueAt: null };
  }

  function correctedRecord({ corrects, records }: FrozenWork<Local>): FrozenRecord {
    const old = disk.records.get(corrects ?? '');
    const [replacement] = records;
    if (old === undefined || replacement === undefined) throw new Error('Nothing to correct');
    return { ...old, ...correctedHead(old, replacement.id) };
  }

  function settle(settlement: Settlement): boolean {
    const before = {
      ...disk,
      records: new Map(disk.records),
      anonymous: new Map(disk.anonymous),
      photos: new Map(disk.photos),
    };
    const restored = disk.marks.epoch !== null && disk.marks.epoch !== settlement.epoch;
    try {
      if (restored) serverRestored();
      disk.marks = marksAfter(disk.marks, settlement);
      applyRecords(recordsAfter(settlement, restored));
      applyAnonymous(settlement.anonymous);
      changePhotos(disk, settlement.photos ?? []);
    } catch (error) {
      Object.assign(disk, before);
      throw error;
    }
    return restored;
  }

  function serverRestored(): void {
    applyRecords([...disk.records.keys()].map((id) => ({ id, event: 'serverRestored' })));
    applyAnonymous([...disk.anonymous.keys()].map((id) => ({ id, event: 'serverRestored' })));
    const photos = [...disk.photos.values()].filter(({ state }) => state !== 'draft');
    changePhotos(
      disk,
      photos.map(({ id }) => ({ id, event: 'serverRestored' })),
    );
    disk.cursors = new Map();
  }

  return {
    freeze: async (work) => {
      const ids = [...work.records, ...work.anonymous].map(({ id }) => id);
      if (new Set(ids).size < ids.length || ids.some((id) => disk.records.has(id) || disk.anonymous.has(id)))
        throw new Error('An id is already there');
      const { photos = [] } = work;
      if (photos.some((id) => !disk.photos.has(id))) throw new Error('A photo is not there');
      const corrected = work.corrects === null ? [] : [correctedRecord(work)];
      const frozen = work.records.map((record) => ({ ...copy(record), sequence: (disk.sequence += 1) }));
      for (const record of [...corrected, ...frozen]) disk.records.set(record.id, record);
      changePhotos(
        disk,
        photos.map((id) => ({ id, event: 'freeze' })),
      );
      for (const item of work.anonymous) disk.anonymous.set(item.id, copy(item));
      disk.marks = { ...disk.marks, remainderDueAt: disk.marks.remainderDueAt ?? work.remainderDueAt };
      disk.local.push(copy(work.local));
      return copy(frozen);
    },
    queued: async (streetId, after, limit) =>
      copy(
        records()
          .filter((one) => one.state === 'queued' && one.streetId === streetId && one.sequence > after)
          .slice(0, limit),
      ),
    streetsWithWork: async () => {
      const work = [
        ...records().filter(({ state }) => state === 'queued'),
        ...[...disk.anonymous.values()].filter(({ state }) => state !== 'kept' && state !== 'refused'),
      ];
      return [...new Set(work.map(({ streetId }) => streetId))];
    },
    list: async (states) => copy(records().filter(({ state }) => states.includes(state))),
    read: async (id) => copy(disk.records.get(id)),
    counts: async () => countsOf(records()),
    apply: async (changes) => copy(applyRecords(changes)),
    restart: async () => {
      const sending = records().filter(({ state }) => state === 'sending');
      applyRecords(sending.map(({ id }) => ({ id, event: 'restarted' })));
      const uploading = [...disk.photos.values()].filter(({ state }) => state === 'uploading');
      changePhotos(
        disk,
        uploading.map(({ id }) => ({ id, event: 'restarted' })),
      );
    },
    forgetConfirmedBefore: async (instant) => {
      const gone = records().filter(
        ({ state, confirmedAt }) =>
          isConfirmed(state) && confirmedAt !== null && Date.parse(confirmedAt) < Date.parse(instant),
      );
      for (const { id } of gone) disk.records.delete(id);
      for (const { id, state, confirmedAt } of [...disk.photos.values()])
        if (state === 'confirmed' && confirmedAt !== null && Date.parse(confirmedAt) < Date.parse(instant))
          disk.photos.delete(id);
      const day = new Date(instant).toISOString().slice(0, 10);
      for (const item of [...disk.anonymous.values()])
        if (item.state === 'kept' && item.confirmedBy < day) disk.anonymous.delete(item.id);
    },
    anonymousIn: async (states) =>
      copy([...disk.anonymous.values()].filter(({ state }) => states.includes(state))),
    anonymousCounts: async () => {
      const counts = { waiting: 0, batched: 0, sealed: 0, kept: 0, refused: 0 };
      for (const { state } of disk.anonymous.values()) counts[state] += 1;
      return counts;
    },
    formBatch: async (batchId, ids) => {
      const members = ids.map((id) => disk.anonymous.get(id));
      const waiting = members.filter((item) => item?.state === 'waiting');
      if (waiting.length < ids.length) return false;
      for (const item of waiting) disk.anonymous.set(item.id, { ...item, state: 'batched', batchId });
      clearRemainder();
      return true;
    },
    applyAnonymous: async (changes) => applyAnonymous(changes),
    ...memoryPhotos(disk),
    marks: async () => disk.marks,
    hold: async (moments) => {
      disk.marks = { ...disk.marks, ...moments };
    },
    dueRemainderAt: async (instant) => {
      disk.marks = { ...disk.marks, remainderDueAt: instant };
      clearRemainder();
    },
    settle: async (settlement) => settle(settlement),
    cursor: async (streetId) => disk.cursors.get(streetId) ?? null,
    applyPull: async (streetId, since, page) => {
      if (page.epoch !== disk.marks.epoch || (disk.cursors.get(streetId) ?? null) !== since) return;
      disk.pages.push(copy(page));
      disk.cursors.set(streetId, page.cursor);
    },
    missingVersions: async () => {
      const named = disk.pages.flatMap(({ rounds }) =>
        rounds.flatMap(({ questionnaireHash, visitFormHash }) => [questionnaireHash, visitFormHash]),
      );
      const missing = named.flatMap((hash) => (hash === null || disk.versions.has(hash) ? [] : [hash]));
      return [...new Set(missing)];
    },
    putVersion: async ({ hash }) => {
      disk.versions.add(hash);
    },
  };
}

function countsOf(records: readonly FrozenRecord[]): OutboxCounts {
  const counts = { queued: 0, sending: 0, accepted: 0, parallel: 0, needsAttention: 0 };
  for (const { state, correctedBy } of records)
    if (correctedBy === null || state !== 'needsAttention') counts[state] += 1;
  const oldest = records.find(({ state }) => state === 'queued');
  return { ...counts, oldestQueuedAt: oldest?.deviceTime ?? null };
}
