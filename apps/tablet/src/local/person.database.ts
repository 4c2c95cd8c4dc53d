import { Dexie, type DexieOptions, type EntityTable, type Table } from 'dexie';
import type { AnonymousState, PhotoHead, RecordError, RecordHead, SyncMarks } from '@huhudao/outbox';
import { durable } from './device.database.ts';
import type { Envelope } from './envelope.ts';

/** An outbox record. The head holds nothing personal; door and content are locked. */
export type OutboxRow = RecordHead & {
  label: Envelope;
  /** Null once a confirmed response is readable no more. */
  payload: Envelope | null;
  /** The payload sealed to the server's key, base64, where the record is a response. */
  sealed: string | null;
};

/** An anonymous response. The key is random, so that the table's order tells nothing. */
export type AnonymousRow = {
  id: string;
  streetId: string;
  roundId: string;
  state: AnonymousState;
  /** Sealed to the server's key, base64. */
  box: string;
  /** The readable response; gone once it has left. */
  response?: Envelope;
  batchId?: string;
  confirmedBy?: string;
  error?: RecordError;
};

/** A photo without its bytes, which stand in a table of their own: events rewrite this row only. */
export type PhotoRow = PhotoHead & { about: Envelope };

/** What the outbox remembers besides records, and the last sequence number given. */
export type MarkRow = { name: 'marks'; value: SyncMarks } | { name: 'sequence'; value: number };

/** How far the reference data of a street goes; `serverTime` is the server's clock at that pull. */
export type CursorRow = { streetId: string; cursor: string; serverTime: string };

/** A piece of reference data: all rounds of a street, all doors of a stairwell … (`reference.chunks.ts`). */
export type ReferenceRow = { key: string; streetId: string; content: Envelope };
export type VersionRow = { hash: string; content: Envelope };
/** A ticket for a resident’s own phone. `expiresOn`: the last day it is good, Asia/Shanghai. */
export type TicketRow = {
  id: string;
  streetId: string;
  roundId: string;
  expiresOn: string;
  content: Envelope;
};
/** A notice that was read on this tablet; `told`: the office knows. */
export type ReadNoticeRow = { id: string; streetId: string; told: boolean };
export type LockedRow = { id: string; content: Envelope };

/** The store of one person on this tablet. Indices hold ids and states, nothing personal. */
export class PersonDatabase extends Dexie {
  declare readonly records: EntityTable<OutboxRow, 'id'>;
  declare readonly anonymous: EntityTable<AnonymousRow, 'id'>;
  declare readonly photos: EntityTable<PhotoRow, 'id'>;
  declare readonly photoBytes: EntityTable<LockedRow, 'id'>;
  declare readonly marks: Table<MarkRow, MarkRow['name']>;
  declare readonly cursors: EntityTable<CursorRow, 'streetId'>;
  declare readonly reference: EntityTable<ReferenceRow, 'key'>;
  declare readonly versions: EntityTable<VersionRow, 'hash'>;
  declare readonly drafts: EntityTable<LockedRow, 'id'>;
  declare readonly concerns: EntityTable<LockedRow, 'id'>;
  declare readonly held: EntityTable<LockedRow, 'id'>;
  declare readonly own: EntityTable<LockedRow, 'id'>;
  declare readonly tickets: EntityTable<TicketRow, 'id'>;
  declare readonly goneDoors: EntityTable<LockedRow, 'id'>;
  declare readonly readNotices: EntityTable<ReadNoticeRow, 'id'>;

  /** `options`: for tests, which bring an IndexedDB of their own. */
  constructor(personId: string, options: DexieOptions = {}) {
    super(`huhudao-${personId}`, { ...durable, ...options });
    this.version(1).stores({
      records: '&id, sequence, [state+sequence], [streetId+state+sequence]',
      anonymous: '&id, state',
      marks: '&name',
      cursors: '&streetId',
      reference: '&key, streetId',
      versions: '&hash',
      drafts: '&id',
      held: '&id',
      own: '&id',
    });
    // Issues and their photos.
    this.version(2).stores({ concerns: '&id', photos: '&id, state', photoBytes: '&id' });
    // Tickets for residents' own phones.
    this.version(3).stores({ tickets: '&id, roundId' });
    // What is to be told of doors that went to another team.
    this.version(4).stores({ goneDoors: '&id' });
    // Notices that were read here.
    this.version(5).stores({ readNotices: '&id' });
  }
}
