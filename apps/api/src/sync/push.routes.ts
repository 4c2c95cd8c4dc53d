import { batchLimit, Problem, push, type MutationKind, type Permission } from '@huhudao/protocol';
import type { Deps } from '../http/deps.ts';
import { describeError } from '../http/describe-error.ts';
import { epochOf } from '../http/epoch.ts';
import { holdsIn, reportsIn, visitsIn } from '../http/gate.ts';
import type { RecordAppliers } from '../http/records.ts';
import { route } from '../http/route.ts';
import { inStreet } from '../http/transaction.ts';
import * as commands from './push.commands.ts';
import { reportDevice } from './push.queries.ts';
import { readMutations } from './read-mutations.ts';

/** What each kind of record needs of the person who sends it. */
const needed: Record<MutationKind, Permission> = {
  recordVisit: 'visits.record',
  recordResponse: 'visits.record',
  amendVisit: 'visits.record',
  recordRevisit: 'visits.record',
  planVisit: 'plans.make',
  cancelPlan: 'plans.make',
  acceptPlan: 'plans.make',
  handOverRecord: 'sync.pull',
  reportIssue: 'issues.report',
};

/** How often a device's "last seen" is written, unless what it holds has changed. */
const reportEvery = 60_000;

export function pushRoutes(appliers: RecordAppliers) {
  const reported = new Map<string, { unsent: number; at: number }>();

  /** After the commit, apart from it: devices are a reference table. */
  async function report(deps: Deps, deviceId: string, unsent: number, oldest: string | null): Promise<void> {
    const last = reported.get(deviceId);
    const now = performance.now();
    if (last !== undefined && last.unsent === unsent && now - last.at < reportEvery) return;
    try {
      await reportDevice(deps.sql, deviceId, deps.now().toISOString(), unsent, oldest);
      reported.set(deviceId, { unsent, at: now });
    } catch (error) {
      // The records are stored, and the answer has to say so; the next push reports again.
      deps.log.warn({ error: describeError(error) }, 'what a tablet holds could not be noted');
    }
  }

  return [
    route(push, async ({ deps, actor, identity, body }) => {
      if (body.mutations.length > batchLimit) throw new Problem('batchTooLarge', { limit: batchLimit });
      const read = await readMutations(body.mutations, deps.keys.sealing.pair);
      const ids = read.flatMap((one) => (one.id === null ? [] : [one.id]));
      if (new Set(ids).size < ids.length) throw new Problem('duplicateInBatch');
      const epoch = await epochOf(deps);
      const receivedAt = deps.now().toISOString();
      const may = (kind: MutationKind) => holdsIn(identity, needed[kind], deps.areas, body.streetId);
      const input = {
        read,
        sentAt: body.sentAt,
        receivedAt,
        appliers,
        may,
        reach: {
          visitsIn: visitsIn(identity, deps.areas, body.streetId),
          reportsIn: reportsIn(identity, deps.areas, body.streetId),
        },
      };
      const results = identity.deviceRevoked
        ? await inStreet(deps, body.streetId, actor, commands.pushRevoked, input)
        : await commands.push(deps, body.streetId, actor, input);
      if (identity.deviceId !== null) await report(deps, identity.deviceId, body.unsent, body.oldestUnsentAt);
      return { results, epoch, receivedAt };
    }),
  ];
}
