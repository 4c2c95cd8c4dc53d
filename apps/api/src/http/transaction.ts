/**
 * One write is one transaction, and says beside its definition what the audit records of it.
 *
 * A street's transaction begins by locking the street's head row. Writers of one street therefore follow one
 * another: the change number they stamp follows commit order, whatever they read stays true until they commit,
 * and two of them cannot deadlock. See docs/decisions/003-head-row-first.md.
 */
import type { Transaction } from '@huhudao/db';
import { Problem, type AuditAction } from '@huhudao/protocol';
import { chainHash, type AuditSubject } from './audit-chain.ts';
import type { Actor, Deps } from './deps.ts';
import { Sent } from './sent.ts';
import {
  advanceInstallation,
  advanceStreetHead,
  lockInstallation,
  lockStreetHead,
} from './transaction.queries.ts';

/** What a street command works with. */
export type StreetTx = {
  sql: Transaction;
  /** Sends a write that nothing in this transaction waits for; if it fails, the transaction does. */
  send: (write: PromiseLike<unknown>) => void;
  streetId: string;
  /** Stamp it on every row that tablets pull. */
  changeNumber: number;
  /** One instant for the whole transaction, ISO 8601. */
  at: string;
  actor: Actor;
  deps: Deps;
};

/** What a command on reference tables works with. */
export type PlatformTx = { sql: Transaction; at: string; actor: Actor; deps: Deps };

type Audited<Input, Result> = {
  action: AuditAction;
  subject: (input: Input, result: Result) => AuditSubject;
  /** The audit records that it was done, not by whom: for what must not be traced to a visit. */
  withoutActor?: true;
};

/** A write to one street's tables. */
export type StreetCommand<Input, Result> = Audited<Input, Result> & {
  run: (tx: StreetTx, input: Input) => Promise<Result>;
};

/** A write to reference tables: areas, people, questionnaires. */
export type PlatformCommand<Input, Result> = Audited<Input, Result> & {
  run: (tx: PlatformTx, input: Input) => Promise<Result>;
};

export const streetCommand = <Input, Result>(command: StreetCommand<Input, Result>) => command;
export const platformCommand = <Input, Result>(command: PlatformCommand<Input, Result>) => command;

/**
 * Runs a command in a street's transaction and answers after commit.
 * @throws Problem notFound when there is no such street; whatever the command throws, with nothing written.
 */
export async function inStreet<Input, Result>(
  deps: Deps,
  streetId: string,
  actor: Actor,
  command: StreetCommand<Input, Result>,
  input: Input,
): Promise<Result> {
  return deps.sql.begin(async (sql) => {
    const [head] = await lockStreetHead(sql, streetId);
    if (head === undefined) throw new Problem('notFound');
    const changeNumber = head.changeNumber + 1;
    const at = deps.now().toISOString();
    const sent = new Sent();
    const { send } = sent;
    const result = await command.run({ sql, send, streetId, changeNumber, at, actor, deps }, input);
    const entry = {
      number: head.auditNumber + 1,
      at,
      actorId: command.withoutActor === true ? null : actor.personId,
      deviceId: command.withoutActor === true ? null : actor.deviceId,
      action: command.action,
      subject: command.subject(input, result),
    };
    const hash = chainHash(head.auditHash, entry);
    send(advanceStreetHead(sql, streetId, changeNumber, entry, head.auditHash, hash));
    await sent.arrived();
    return result;
  }) as Promise<Result>;
}

/**
 * Works under a street's lock and leaves no word of it in the audit, not even that there was something: for what its
 * time alone would tie to a visit. An act that is audited later counts it. Nothing that tablets pull may be written.
 * @throws Problem notFound when there is no such street; whatever the work throws, with nothing written.
 */
export async function quietlyInStreet(
  deps: Deps,
  streetId: string,
  work: (tx: StreetTx) => Promise<void>,
): Promise<void> {
  await deps.sql.begin(async (sql) => {
    const [head] = await lockStreetHead(sql, streetId);
    if (head === undefined) throw new Problem('notFound');
    const { changeNumber } = head;
    const sent = new Sent();
    const at = deps.now().toISOString();
    const actor = { personId: null, deviceId: null };
    await work({ sql, send: sent.send, streetId, changeNumber, at, actor, deps });
    await sent.arrived();
  });
}

/** Runs a command on reference tables; they are written in a transaction of their own. */
export async function onPlatform<Input, Result>(
  deps: Deps,
  actor: Actor,
  command: PlatformCommand<Input, Result>,
  input: Input,
): Promise<Result> {
  return deps.sql.begin(async (sql) => {
    const [head] = await lockInstallation(sql);
    if (head === undefined) throw new Error('the installation row is missing: the database was not prepared');
    const at = deps.now().toISOString();
    const result = await command.run({ sql, at, actor, deps }, input);
    const entry = {
      number: head.auditNumber + 1,
      at,
      actorId: actor.personId,
      deviceId: actor.deviceId,
      action: command.action,
      subject: command.subject(input, result),
    };
    await advanceInstallation(sql, entry, head.auditHash, chainHash(head.auditHash, entry));
    return result;
  }) as Promise<Result>;
}
