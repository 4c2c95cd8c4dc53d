/**
 * Holds what the tablets and the office have in the end against the ledger. Every finding is a sentence that begins
 * with what broke: lost, duplicate, discarded, or what does not add up.
 */
import type { Db, Sql } from '@huhudao/db';
import { openJson } from '@huhudao/outbox/open';
import * as rollups from '../../../../apps/api/src/sync/push.facts.queries.ts';
import { markOf, type Ledger } from '../ledger.ts';
import type { OnTablet } from './on-tablet.ts';
import { comparePhotos } from './photos.ts';
import { compareRecords } from './records.ts';
import * as queries from './oracle.queries.ts';

export type Evidence = {
  readonly sql: Sql;
  readonly streetId: string;
  readonly ledger: Ledger;
  readonly tablets: readonly OnTablet[];
  /** Opens what was sealed to the server. */
  readonly keys: CryptoKeyPair;
  /** Rounds that were closed at some time: only there may a visit or response be refused. */
  readonly closed: ReadonlySet<string>;
  /** The tablet that was taken out of use: what it held may be on hold. */
  readonly revoked: string | null;
};

/** Where a street's rows are. */
export type Rows = { readonly sql: Db; readonly streetId: string };

/** Everything that is not as it was promised; empty where all is well. */
export async function findings(evidence: Evidence): Promise<string[]> {
  return [
    ...(await compareRecords(evidence)),
    ...(await comparePhotos(evidence)),
    ...(await compareAnonymous(evidence)),
    ...compareDrafts(evidence),
    ...batchesAsPromised(evidence.ledger),
    ...(await recounted(evidence)),
  ];
}

async function compareAnonymous(evidence: Evidence): Promise<string[]> {
  const { sql, streetId, ledger, tablets, keys, revoked } = evidence;
  const found: string[] = [];
  const rows = await queries.listAnonymous(sql, streetId);
  const boxes = await queries.listBoxes(sql, streetId);
  const atOffice = rows.map(({ answers }) => markOf(answers));
  for (const { box } of boxes) atOffice.push(await markInBox(keys, box));
  const onHold = await Promise.all(
    (await queries.listWithheld(sql, streetId)).map(({ box }) => markInBox(keys, box)),
  );
  const refused: (string | null)[] = [];
  const kept: (string | null)[] = [];
  for (const item of tablets.flatMap(({ anonymous }) => anonymous)) {
    if (item.state === 'refused') refused.push(await markInBox(keys, item.box));
    else if (item.state === 'kept') kept.push(await markInBox(keys, item.box));
    else found.push(`unsent: an anonymous response stays ${item.state} on a tablet`);
  }
  for (const [mark, { word, tablet }] of ledger.anonymous) {
    const times = count(atOffice, mark);
    const held = count(onHold, mark);
    // A tablet that is out of use is wiped in the end: what it refuses to lose is at the office, counted or on hold.
    const here = times + (tablet === revoked ? held : count(refused, mark));
    if (held > 0 && (times > 0 || tablet !== revoked))
      found.push('discarded: an anonymous response is on hold, and should not be');
    if (held > 1) found.push(`duplicate: an anonymous response is on hold ${held} times`);
    if (times > 1) found.push(`duplicate: an anonymous response is at the office ${times} times`);
    if (word === 'saved' && here === 0)
      found.push('lost: an anonymous response that was called saved is nowhere');
    if (word === 'takenBack' && here > 0)
      found.push('undone: an anonymous response that was taken back arrived');
    if (times > 0 && refused.includes(mark))
      found.push('discarded: an anonymous response is refused and at the office at once');
    if (kept.includes(mark) && times === 0)
      found.push('lost: an anonymous response that was confirmed is not at the office');
  }
  for (const mark of atOffice)
    if (mark === null || !ledger.anonymous.has(mark))
      found.push('invented: an anonymous response nobody gave');
  return found;
}

async function markInBox(keys: CryptoKeyPair, box: string): Promise<string | null> {
  const response = await openJson(keys, box);
  return typeof response === 'object' && response !== null && 'answers' in response
    ? markOf(response.answers)
    : null;
}

const count = (list: readonly (string | null)[], one: string): number =>
  list.filter((other) => other === one).length;

/** A draft that was called saved is there, as it was then or as it was going to be next. */
function compareDrafts({ ledger, tablets }: Evidence): string[] {
  return [...ledger.drafts].flatMap(([key, { saved, latest }]) => {
    const space = key.indexOf(' ');
    const tablet = tablets.find(({ name }) => name === key.slice(0, space));
    const draft = tablet?.drafts.find(({ id }) => id === key.slice(space + 1));
    if (saved === null) return [];
    if (draft === undefined) return [`lost: a draft that was called saved at edit ${saved} is gone`];
    const answer = draft.questionnaire?.answers['otherTopic'];
    const there = [saved, latest].some((edit) => answer === `edit ${edit}`);
    return there ? [] : [`lost: a draft called saved at edit ${saved} shows ${String(answer)}`];
  });
}

/** Five or more in the clear, and sent again as the same whole. */
function batchesAsPromised({ batches }: Ledger): string[] {
  const found: string[] = [];
  const batchOf = new Map<string, string>();
  for (const { ids } of batches) {
    if (ids.length < 5) found.push(`exposed: ${ids.length} anonymous responses left in the clear`);
    const whole = ids.toSorted().join();
    for (const id of ids) {
      if ((batchOf.get(id) ?? whole) !== whole)
        found.push('exposed: a batch was sent again with other members');
      batchOf.set(id, whole);
    }
  }
  return found;
}

/** Standings, responses and rollup of a street, counted again from its rows. */
export async function recounted({ sql, streetId }: Rows): Promise<string[]> {
  const [standings, miscounted, stored, recount] = await Promise.all([
    queries.listWrongStandings(sql, streetId),
    queries.listMiscounted(sql, streetId),
    rollups.listRollup(sql, streetId),
    rollups.recountRollup(sql, streetId),
  ]);
  const equal = JSON.stringify(stored) === JSON.stringify(recount);
  return [
    ...standings.map(
      (door) => `miscounted: a door stands at ${door.stored}, its visits say ${door.recounted}`,
    ),
    ...miscounted.map(({ counted }) => `miscounted: ${counted} responses of one household count`),
    ...(equal ? [] : ['miscounted: the rollup is not the sum of its responses']),
  ];
}
