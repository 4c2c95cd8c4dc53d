import type { z } from 'zod';
import type { Permission } from './permissions.ts';

/**
 * Who may call an endpoint.
 *
 * `path`: the permission is needed for the area in the path (`areaId`), by a grant in it or above it.
 * `anywhere`: a grant in any area will do; the handler shows only what lies in those areas.
 * `device`: a tablet's credential; the permission is needed somewhere in the street the request names.
 */
export type Gate =
  | { kind: 'public' }
  | { kind: 'signedIn' }
  | { kind: 'path'; permission: Permission }
  | { kind: 'anywhere'; permission: Permission }
  | { kind: 'device'; permission: Permission; /** A revoked tablet is heard once more. */ revokedToo?: true };

/** What is sent besides JSON: a file's bytes, with its name in the header `X-File-Name` (URI-encoded). */
export type BodySchema = z.ZodType | 'file';
export type ResponseSchema = z.ZodType | 'file' | 'nothing';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export type Endpoint = {
  /** Unique; the operation id of the API reference. */
  name: string;
  method: Method;
  /** Path with parameters in braces, `/api/areas/{areaId}/households`. */
  path: string;
  summary: string;
  gate: Gate;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: BodySchema;
  /** The most bytes of a file; the server's own limit where none is named. */
  bodyLimit?: number;
  response: ResponseSchema;
};

/** Declares an endpoint, keeping the exact types of its schemas for the server's handler and the client. */
export function endpoint<const E extends Endpoint>(descriptor: E): E {
  return descriptor;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type Sent<S> = S extends z.ZodType ? z.input<S> : undefined;

export type ParamsOf<E extends Endpoint> = Parsed<E['params']>;
export type QueryOf<E extends Endpoint> = Parsed<E['query']>;
export type BodyOf<E extends Endpoint> = E['body'] extends 'file' ? FileBody : Parsed<E['body']>;
export type ResponseOf<E extends Endpoint> = E['response'] extends 'file'
  ? FileBody
  : E['response'] extends 'nothing'
    ? undefined
    : Parsed<E['response']>;

/** A file on its way in or out. */
export type FileBody = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> };

type Part<K extends string, V> = undefined extends V ? { [P in K]?: never } : { [P in K]: V };

/** What a caller gives: exactly the parts the endpoint has. */
export type CallOf<E extends Endpoint> = Part<'params', Sent<E['params']>> &
  (E['query'] extends z.ZodType ? { query?: Sent<E['query']> } : { query?: never }) &
  Part<'body', E['body'] extends 'file' ? FileBody : Sent<E['body']>>;
