/**
 * Mounts endpoints: a route is its gates, then the handler loads, decides, does and presents.
 */
import type { Context, Hono } from 'hono';
import {
  Problem,
  type BodyOf,
  type Endpoint,
  type FileBody,
  type ParamsOf,
  type QueryOf,
  type ResponseOf,
} from '@huhudao/protocol';
import { invalid, readBody } from './body.ts';
import type { Actor, Deps } from './deps.ts';
import { epochOf } from './epoch.ts';
import { enterAnywhere, enterPath, enterStreet, type Place, type Scope } from './gate.ts';
import type { Identities, Identity } from './identity.ts';
import { readSessionCookie } from './session-cookie.ts';

type GateOf<E extends Endpoint> = E['gate']['kind'];

/** What a handler is given, by its endpoint's gate. */
export type Call<E extends Endpoint> = {
  params: ParamsOf<E>;
  query: QueryOf<E>;
  body: BodyOf<E>;
  deps: Deps;
  context: Context;
} & (GateOf<E> extends 'public' ? unknown : { identity: Identity; actor: Actor }) &
  (GateOf<E> extends 'path' ? Scope & Place : unknown) &
  (GateOf<E> extends 'anywhere' | 'device' ? Scope : unknown);

export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<ResponseOf<E>>;

/** An endpoint with its handler; a concept exports a list of them. */
export type Route = { endpoint: Endpoint; handle: (call: never) => Promise<unknown> };

export function route<E extends Endpoint>(endpoint: E, handle: Handler<E>): Route {
  return { endpoint, handle };
}

export function mount(app: Hono, deps: Deps, identities: Identities, routes: readonly Route[]): void {
  for (const { endpoint, handle } of routes) {
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
    app.on(endpoint.method.toUpperCase(), [path], async (context) => {
      const call = await admit(context, deps, identities, endpoint);
      return present(context, endpoint, await handle(call as never));
    });
  }
}

async function admit(
  context: Context,
  deps: Deps,
  identities: Identities,
  endpoint: Endpoint,
): Promise<unknown> {
  if (endpoint.method !== 'get' && context.req.header('X-Requested-With') !== 'huhudao')
    throw new Problem('crossSite');
  await deps.areas.refresh();
  const identity = await identify(context, deps, identities, endpoint);
  const params = check('path', endpoint.params, context.req.param());
  const query = check('query', endpoint.query, queryOf(context, endpoint));
  const entered =
    identity === undefined
      ? {}
      : enter(identity, endpoint, deps, params as Record<string, string> | undefined);
  const body = await readBody(context, endpoint);
  const scope =
    identity !== undefined && endpoint.gate.kind === 'device'
      ? enterDevice(identity, endpoint, deps, query, body)
      : {};
  const actor =
    identity === undefined ? undefined : { personId: identity.personId, deviceId: identity.deviceId };
  return { params, query, body, deps, context, identity, actor, ...entered, ...scope };
}

async function identify(
  context: Context,
  deps: Deps,
  identities: Identities,
  endpoint: Endpoint,
): Promise<Identity | undefined> {
  if (endpoint.gate.kind === 'public') return undefined;
  if (endpoint.gate.kind === 'device') {
    const bearer = /^Bearer (\S+)$/.exec(context.req.header('Authorization') ?? '')?.[1];
    const identity = await identities.byCredential(bearer);
    if (identity.deviceRevoked && endpoint.gate.revokedToo !== true)
      throw await deviceRevoked(deps, identity);
    return identity;
  }
  const identity = await identities.bySession(readSessionCookie(context, deps.env));
  // With an initial password one may only read who one is, change it, or leave.
  if (identity.mustChangePassword && endpoint.gate.kind !== 'signedIn')
    throw new Problem('passwordMustChange');
  return identity;
}

/** Tells the tablet as well which server speaks: one that was restored has to be offered its work again before it is wiped. */
async function deviceRevoked(deps: Deps, { tabletRevoked }: Identity): Promise<Problem> {
  const [epoch, receivedAt] = [await epochOf(deps), deps.now().toISOString()];
  return new Problem('deviceRevoked', { tablet: tabletRevoked, epoch, receivedAt });
}

function enter(
  identity: Identity,
  endpoint: Endpoint,
  deps: Deps,
  params: Record<string, string> | undefined,
): Scope | object {
  const { gate } = endpoint;
  if (gate.kind === 'anywhere') return enterAnywhere(identity, gate.permission, deps.areas);
  if (gate.kind === 'path')
    return enterPath(identity, gate.permission, deps.areas, String(params?.['areaId']));
  return {};
}

/** The street of a tablet's request stands in its body or query; requests that name none act on the tablet itself. */
function enterDevice(
  identity: Identity,
  endpoint: Endpoint,
  deps: Deps,
  query: unknown,
  body: unknown,
): Scope | object {
  const { gate } = endpoint;
  if (gate.kind !== 'device') return {};
  const streetId = streetNamed(body) ?? streetNamed(query);
  if (streetId === undefined) return enterAnywhere(identity, gate.permission, deps.areas);
  return enterStreet(identity, gate.permission, deps.areas, streetId);
}

function streetNamed(part: unknown): string | undefined {
  if (typeof part !== 'object' || part === null || !('streetId' in part)) return undefined;
  return String(part.streetId);
}

function check(part: string, schema: Endpoint['params'], value: Record<string, unknown>): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  // An id that is none cannot exist.
  if (part === 'path') throw new Problem('notFound');
  throw invalid(part, parsed.error.issues);
}

/** Query parameters by name; those the schema takes as a list arrive as one. */
function queryOf(context: Context, endpoint: Endpoint): Record<string, unknown> {
  if (endpoint.query === undefined) return {};
  return context.req.query();
}

function present(context: Context, endpoint: Endpoint, result: unknown): Response {
  context.header('Cache-Control', 'no-store');
  if (endpoint.response === 'nothing') return context.body(null, 204);
  if (endpoint.response === 'file') {
    const file = result as FileBody;
    context.header('Cache-Control', 'private, no-store');
    context.header('Content-Type', file.type);
    context.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    return context.body(file.bytes);
  }
  return context.json(result as object);
}
