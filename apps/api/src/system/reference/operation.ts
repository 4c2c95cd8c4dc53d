import { z } from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import { permissions, type Endpoint } from '@huhudao/protocol';
import { referTo } from './problem-responses.ts';

/** One endpoint in the words of OpenAPI. */
export function operationOf(endpoint: Endpoint) {
  const operation = {
    operationId: endpoint.name,
    summary: endpoint.summary,
    description: whoMayCall(endpoint),
    tags: [conceptOf(endpoint.path)],
    security: securityOf(endpoint),
    requestParams: parametersOf(endpoint),
    ...bodyOf(endpoint),
    responses: { ...answerOf(endpoint), ...referTo(statusesOf(endpoint)) },
  } satisfies ZodOpenApiOperationObject;
  return operation;
}

/** `rounds` for `/api/areas/{areaId}/rounds/…`: what stands behind the place. */
function conceptOf(path: string): string {
  const [first = '', second] = path.split('/').filter((part) => part !== 'api' && /^[a-z]/.test(part));
  return first === 'areas' ? (second ?? first) : first;
}

function whoMayCall({ gate }: Endpoint): string {
  if (gate.kind === 'public') return 'Anybody, without signing in.';
  if (gate.kind === 'signedIn') return 'Whoever is signed in.';
  const roles = permissions[gate.permission].join(', ');
  const where = {
    path: 'in the area of the path or above it',
    anywhere: 'in any area; the answer is limited to what lies within',
    device: 'in the street the request names, on a tablet',
  }[gate.kind];
  return `Permission \`${gate.permission}\`: ${roles}, ${where}.`;
}

function securityOf({ gate }: Endpoint): Record<string, string[]>[] {
  if (gate.kind === 'public') return [];
  return [gate.kind === 'device' ? { tablet: [] } : { session: [] }];
}

const writes = (endpoint: Endpoint): boolean => endpoint.method !== 'get';

function parametersOf(endpoint: Endpoint): { path?: z.ZodObject; query?: z.ZodObject; header?: z.ZodObject } {
  const headers = {
    ...(writes(endpoint) ? { 'X-Requested-With': z.literal('huhudao') } : {}),
    ...(endpoint.body === 'file' ? { 'X-File-Name': z.string().meta({ description: 'URI-encoded' }) } : {}),
  };
  return {
    ...(endpoint.params === undefined ? {} : { path: endpoint.params }),
    ...(endpoint.query === undefined ? {} : { query: endpoint.query }),
    ...(Object.keys(headers).length === 0 ? {} : { header: z.object(headers) }),
  };
}

const file = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } as const;

function bodyOf({ body }: Endpoint) {
  if (body === undefined) return {};
  const content = body === 'file' ? file : { 'application/json': { schema: body } };
  return { requestBody: { required: true, content } };
}

function answerOf({ response, summary }: Endpoint) {
  if (response === 'nothing') return { 204: { description: 'Done.' } };
  const content = response === 'file' ? file : { 'application/json': { schema: response } };
  return { 200: { description: summary, content } };
}

/** What a request may be refused with before it reaches what it is about, and while it is being done. */
function statusesOf(endpoint: Endpoint): number[] {
  const { gate } = endpoint;
  return [
    ...(endpoint.body === undefined ? [] : [400, 413, 415]),
    ...(writes(endpoint) || gate.kind !== 'public' ? [401, 403] : []),
    ...(gate.kind === 'public' || gate.kind === 'signedIn' ? [] : [404]),
    ...(writes(endpoint) ? [409] : []),
    ...(endpoint.query === undefined && endpoint.body === undefined ? [] : [422]),
    // Where a password is given.
    ...(gate.kind === 'public' && endpoint.body !== undefined ? [423] : []),
    429,
    503,
  ];
}
