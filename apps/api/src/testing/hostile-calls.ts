/** Sends requests that no client of ours would send, and says in one word what came of them. */
import { allEndpoints, newId, problemDocument, push, pushResponse, type Endpoint } from '@huhudao/protocol';
import { parseWorkbook } from '../spreadsheets/hucre.ts';
import { examples, idsOf } from './hostile-examples.ts';
import type { HostileWorld } from './hostile-world.ts';
import type { TestPerson } from './test-api.ts';
import { readSchema, sampleOf } from './text-fields.ts';

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type Sent = {
  params?: Record<string, string>;
  /** With its question mark, as it stands in the address. */
  query?: string;
  body?: unknown;
  by?: TestPerson;
};
export type Answer = { status: number; type: string; body: unknown };

export async function send(world: HostileWorld, endpoint: Endpoint, sent: Sent): Promise<Answer> {
  const { params = {}, query = '', body, by = world.quan } = sent;
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  const caller = endpoint.gate.kind === 'device' ? world.tablet : by;
  const response = await world.api.app.request(`http://localhost${path}${query}`, {
    method: endpoint.method.toUpperCase(),
    headers: {
      ...(endpoint.gate.kind === 'public' ? {} : caller.transport.headers?.()),
      'X-Requested-With': 'huhudao',
      'Content-Type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const type = response.headers.get('Content-Type') ?? 'none';
  return { status: response.status, type, body: await read(response, type) };
}

/** What came: a problem or data as JSON, a workbook’s sheets as they would open, anything else as text. */
async function read(response: Response, type: string): Promise<unknown> {
  if (type.includes('json')) return response.json();
  if (type === workbookType) return parseWorkbook(new Uint8Array(await response.arrayBuffer()), 'AZ2000');
  return response.text();
}

/** A call that fits the endpoint’s schemas, with what its example adds. */
export async function callOf(world: HostileWorld, endpoint: Endpoint): Promise<Sent> {
  const { params, body, by } = (await examples[endpoint.name]?.(world)) ?? {};
  const fitting = fittingCall(world, endpoint);
  return {
    ...fitting,
    params: { ...fitting.params, ...params },
    ...(fitting.body === undefined ? {} : { body: { ...(fitting.body as object), ...body } }),
    ...(by === undefined ? {} : { by }),
  };
}

/** A call that fits the endpoint’s schemas, as far as they tell. */
export function fittingCall(world: HostileWorld, { params, query, body }: Endpoint): Sent {
  const ids = idsOf(world);
  const named = (schema: Endpoint['params']): Record<string, string> =>
    schema === undefined ? {} : (sampleOf(readSchema(schema), ids) as Record<string, string>);
  const search = new URLSearchParams(named(query));
  return {
    params: named(params),
    query: search.size === 0 ? '' : `?${search}`,
    ...(body === undefined || body === 'file' ? {} : { body: sampleOf(readSchema(body), ids) }),
  };
}

/** `taken`, the code of a problem, or, beginning with a digit, what is neither an answer nor a problem of the sender’s. */
export function verdictOf({ status, type, body }: Answer): string {
  if (status === 204 || (status === 200 && type.startsWith('application/json'))) return 'taken';
  if (status === 200 && type === workbookType) return 'taken';
  const problem = problemDocument.safeParse(body);
  if (status === 200 && /^(image\/|text\/calendar|application\/pdf)/.test(type)) return 'taken';
  const ours = problem.success && type.startsWith('application/problem+json') && status < 500;
  return ours ? problem.data.code : `${status} ${type}`;
}

/** What became of the one record of a batch that is not among the good ones; those must all be taken. */
export function verdictOfRecords(answer: Answer, good: number): string {
  const parsed = pushResponse.safeParse(answer.body);
  if (!parsed.success) return good === 0 ? verdictOf(answer) : `500 for the batch: ${verdictOf(answer)}`;
  const { results } = parsed.data;
  const rejected = results.filter((one) => one.result === 'rejected');
  if (results.length - rejected.length < good) return `500 for another: ${JSON.stringify(rejected)}`;
  return rejected[0]?.code ?? 'taken';
}

/** Pushes a record beside one that is good. */
export async function pushBesideAnother(
  world: HostileWorld,
  record: { kind: string; payload: unknown },
): Promise<Answer> {
  const now = world.api.clock.now.toISOString();
  const envelope = { id: newId(), sequence: world.next(), deviceTime: now };
  const good = world.records.visit(world.busyDoor, { roundId: world.roundId });
  const mutations = [{ ...envelope, ...record }, good];
  const body = { streetId: world.street.streetId, sentAt: now, unsent: 0, oldestUnsentAt: null, mutations };
  return send(world, push, { body });
}

/** Sends a call, and where it was taken and the same address can be read, what is read there. */
export async function sendAndRead(world: HostileWorld, endpoint: Endpoint, sent: Sent): Promise<Answer[]> {
  const answer = await send(world, endpoint, sent);
  const reader = allEndpoints.find((one) => one.method === 'get' && one.path === endpoint.path);
  if (reader === undefined || verdictOf(answer) !== 'taken') return [answer];
  const { body: _, ...same } = sent;
  return [answer, await send(world, reader, same)];
}

/** Every text in a JSON value, keys included. */
export function textsOf(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value);
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) textsOf(inner, found.add(key));
  return found;
}
