import type { Context } from 'hono';
import { Problem, type Endpoint, type FileBody } from '@huhudao/protocol';

const megabyte = 1_000_000;
const jsonLimit = megabyte;
/** Bytes of an uploaded file. */
export const fileLimit = 20 * megabyte;

/** Reads a request's body as its endpoint declares it. @throws Problem wrongContentType, bodyTooLarge, malformedJson, invalidRequest */
export async function readBody(context: Context, endpoint: Endpoint): Promise<unknown> {
  if (endpoint.body === undefined) return undefined;
  if (endpoint.body === 'file') return readFile(context, endpoint.bodyLimit ?? fileLimit);
  expectType(context, 'application/json');
  const bytes = await readBytes(context, jsonLimit);
  const json = parseJson(bytes);
  if (isTooDeep(json)) throw new Problem('invalidRequest', { issues: [{ at: 'body', code: 'too_deep' }] });
  const parsed = endpoint.body.safeParse(json);
  if (parsed.success) return parsed.data;
  throw invalid('body', parsed.error.issues);
}

/** A part of the request that does not fit: where and what kind of fault, never the value. */
export function invalid(part: string, issues: readonly { path: PropertyKey[]; code: string }[]): Problem {
  return new Problem('invalidRequest', {
    issues: issues
      .slice(0, 20)
      .map((issue) => ({ at: [part, ...issue.path].map(String).join('.'), code: issue.code })),
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Whatever walks through a body later, to check, hash or write it, goes down no further than this. */
function isTooDeep(value: unknown, left = 64): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => isTooDeep(inner, left - 1));
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw new Problem('malformedJson');
  }
}

async function readFile(context: Context, limit: number): Promise<FileBody> {
  expectType(context, 'application/octet-stream');
  const bytes = await readBytes(context, limit);
  return { name: fileName(context.req.header('X-File-Name')), type: 'application/octet-stream', bytes };
}

function fileName(header: string | undefined): string {
  try {
    return decodeURIComponent(header ?? 'file').slice(0, 200);
  } catch {
    throw new Problem('invalidRequest', { issues: [{ at: 'header.x-file-name', code: 'invalid_format' }] });
  }
}

function expectType(context: Context, expected: string): void {
  const type = (context.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== expected) throw new Problem('wrongContentType', { expected });
}

const sizeWords = (bytes: number): string =>
  bytes < megabyte ? `${bytes / 1000} kB` : `${bytes / megabyte} MB`;

/** Stops reading at the limit. */
async function readBytes(context: Context, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const announced = context.req.header('Content-Length');
  // Node ends a body at its announced length, and read in one piece it costs a tenth of a stream.
  const bytes =
    announced === undefined
      ? await readStream(context, limit)
      : Number(announced) <= limit && new Uint8Array(await context.req.arrayBuffer());
  if (bytes === false || bytes.byteLength > limit)
    throw new Problem('bodyTooLarge', { limit: sizeWords(limit) });
  return bytes;
}

/** A body whose length nobody announced; false as soon as it is too long. */
async function readStream(context: Context, limit: number): Promise<Uint8Array<ArrayBuffer> | false> {
  const stream = context.req.raw.body;
  if (stream === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.byteLength;
    if (length > limit) return false;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
