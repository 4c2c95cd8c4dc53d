import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { openJson } from '@huhudao/outbox/open';
import { anonymousResponse } from '@huhudao/protocol';
import { listenHttp } from '../../apps/api/src/system/listen.ts';
import { Metrics } from '../../apps/api/src/system/metrics.ts';
import { startTestApi, type TestApi } from '../../apps/api/src/testing/test-api.ts';
import { buildTestStreet } from '../../apps/api/src/testing/test-street.ts';
import { attacks } from './attacks.ts';
import * as evidence from './evidence.queries.ts';
import { openField, type Moment } from './field-work.ts';
import type { Secret } from './secrets.ts';
import { countHits, Score, targets, type Target } from './score.ts';

const rounds = 200;
/** So many standard deviations above chance come once in three million. */
const noticeable = 5;

type Scores = Record<Target, Score>;
const noScores = (): Scores => ({ door: new Score(), tablet: new Score(), session: new Score() });

let api: TestApi;
const metrics = new Metrics();
const log: string[] = [];
const scores = new Map<string, Scores>();
let secrets: readonly Secret[];
let numbers: string;

beforeAll(async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  console.info(`seed ${seed}`);
  api = await startTestApi('2026-11-02T02:00:00.000Z', { write: (line) => void log.push(line) }, [
    metrics.count,
  ]);
  metrics.mount(api.app, api.deps.env);
  const field = await openField(api, await buildTestStreet(api), seed);
  secrets = field.secrets;
  for (let count = 1; count <= rounds; count += 1) {
    const [{ number: begun } = { number: 0 }] = await evidence.readAuditNumber(api.sql);
    await field.round(`第${count}轮`, (moment) => attack(moment, begun));
  }
  const http = await listenHttp(api.app, '127.0.0.1', 0);
  numbers = await (await fetch(`http://127.0.0.1:${http.port}/metrics`)).text();
  await http.close();
}, 600_000);
afterAll(() => api.stop());

/** Lets every attack at what the database holds of a round. */
async function attack({ roundId, closed }: Moment, begun: number): Promise<void> {
  const [responses, sealed, used, visits, audit] = await Promise.all([
    evidence.listResponseTraces(api.sql, roundId),
    evidence.listBoxTraces(api.sql, roundId),
    evidence.listTicketTraces(api.sql, roundId),
    evidence.listVisitTraces(api.sql, roundId),
    evidence.listAuditTraces(api.sql, begun),
  ]);
  const known = new Map(secrets.map((secret) => [secret.mark, secret]));
  const boxes = await Promise.all(
    sealed.map(async (trace) => ({ ...trace, mark: await markInBox(trace.box) })),
  );
  const spent = new Map(secrets.map(({ ticket, mark }) => [ticket, mark]));
  const tickets = used.map((trace) => ({
    ...trace,
    mark: must(spent.get(trace.id), 'the door of a ticket'),
  }));
  const phones = new Set(secrets.flatMap(({ ticket, mark }) => (ticket === null ? [] : [mark])));
  const found = { responses, boxes, tickets, visits, audit, phones };
  for (const [name, pair] of Object.entries(attacks)) {
    // What came from phones is in the sealed store until the round closes, and then that is empty.
    if (closed ? name.startsWith('boxes') : name.startsWith('phones')) continue;
    const key = `${name}, ${closed ? 'after the close' : 'while the round is open'}`;
    const sums = scores.get(key) ?? noScores();
    scores.set(key, sums);
    countHits(sums, pair(found), known);
  }
}

/** What only the test does: it holds the server's key. */
async function markInBox(box: string): Promise<string> {
  const inside = anonymousResponse.parse(await openJson(api.deps.keys.sealing.pair, box));
  return String(inside.answers['otherTopic']);
}

describe('anonymous responses of 200 rounds', () => {
  it('cannot be tied to doors, tablets or times better than by chance, whatever the database holds', () => {
    const lines = [...scores].flatMap(([name, sums]) =>
      targets.map((target) => {
        const { hits, guesses, expected, z } = sums[target];
        return { name, target, hits, guesses, expected: Math.round(expected), z: Number(z.toFixed(1)) };
      }),
    );
    console.table(lines);
    expect(lines.filter(({ guesses }) => guesses < 1000)).toEqual([]);
    const succeeded = lines.filter(({ z }) => z > noticeable).map(({ name, target }) => `${name}: ${target}`);
    expect(succeeded, succeeded.join('\n')).toEqual([]);
  });

  it('leave no id of a response, door, person or tablet in the log, and none in the metrics', async () => {
    const responses = await evidence.listResponseTraces(api.sql, null);
    const ids = [
      ...responses.map(({ id }) => id),
      ...secrets.flatMap(({ householdId, deviceId }) => [householdId, deviceId]),
    ];
    const texts = [log.join(''), numbers];
    expect(log.length).toBeGreaterThan(rounds);
    expect(numbers).toContain('/api/sync/anonymous');
    expect(new Set(ids.filter((id) => texts.some((text) => text.includes(id))))).toEqual(new Set());
  });
});
