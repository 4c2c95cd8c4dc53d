import type { CallOf, Endpoint, FileBody, ResponseOf } from './endpoint.ts';
import { parseKnownPart } from './known-part.ts';
import { Problem, problemDocument } from './problem.ts';
import { z } from 'zod';

/** How requests leave: the browser's `fetch` with its cookie, or a tablet's with its credential. */
export type Transport = {
  /** Origin without a trailing slash; empty for the page's own. */
  origin: string;
  fetch: (input: string, init: RequestInit) => Promise<Response>;
  headers?: () => Record<string, string>;
  /**
   * What becomes of an answer that says more than the endpoint's schema. An app leaves it out, since the server may be
   * newer than it is; tests refuse it, since nobody may be told more than the contract says.
   */
  unknownFields?: 'leftOut' | 'refused';
};

/**
 * Calls an endpoint and parses what comes back.
 * @throws Problem when the server answered with one, or answered something that is not the endpoint's response
 * (`unexpectedResponse`); whatever `fetch` throws when there was no answer. How long the server asked to be left
 * alone is in the problem's details as `seconds`.
 */
export async function call<E extends Endpoint>(
  transport: Transport,
  target: E,
  parts: CallOf<E>,
  signal?: AbortSignal,
): Promise<ResponseOf<E>> {
  const sent = parts as { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown };
  const response = await transport.fetch(
    transport.origin + urlOf(target, sent.params ?? {}, sent.query ?? {}),
    {
      method: target.method.toUpperCase(),
      credentials: 'same-origin',
      headers: { ...transport.headers?.(), ...bodyHeaders(target, sent.body) },
      ...(sent.body === undefined ? {} : { body: encode(target, sent.body) }),
      ...(signal === undefined ? {} : { signal }),
    },
  );
  if (!response.ok) throw await readProblem(response);
  return (await read(target, response, transport.unknownFields)) as ResponseOf<E>;
}

function urlOf(target: Endpoint, params: Record<string, string>, query: Record<string, unknown>): string {
  const path = target.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) search.append(key, String(one));
  }
  return search.size === 0 ? path : `${path}?${search}`;
}

function bodyHeaders(target: Endpoint, body: unknown): Record<string, string> {
  // Every write carries this header; a foreign site cannot add it without asking first.
  const own = target.method === 'get' ? {} : { 'X-Requested-With': 'huhudao' };
  if (body === undefined) return own;
  if (target.body !== 'file') return { ...own, 'Content-Type': 'application/json' };
  const file = body as FileBody;
  return { ...own, 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name) };
}

function encode(target: Endpoint, body: unknown): BodyInit {
  return target.body === 'file' ? (body as FileBody).bytes : JSON.stringify(body);
}

async function read(
  target: Endpoint,
  response: Response,
  unknownFields: Transport['unknownFields'] = 'leftOut',
): Promise<unknown> {
  if (target.response === 'nothing') return undefined;
  if (target.response === 'file') {
    const disposition = response.headers.get('Content-Disposition') ?? '';
    const name = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
    return {
      name: name === undefined ? target.name : decodeURIComponent(name),
      type: response.headers.get('Content-Type') ?? 'application/octet-stream',
      bytes: new Uint8Array(await response.arrayBuffer()),
    };
  }
  const answer: unknown = await response.json().catch(() => undefined);
  const parsed =
    unknownFields === 'refused' ? target.response.safeParse(answer) : parseKnownPart(target.response, answer);
  if (!parsed.success) throw new Problem('unexpectedResponse', { at: z.prettifyError(parsed.error) });
  return parsed.data;
}

async function readProblem(response: Response): Promise<Problem> {
  const parsed = problemDocument.safeParse(await response.json().catch(() => undefined));
  const wait = retryAfter(response);
  if (!parsed.success) return new Problem('unexpectedResponse', { status: response.status, ...wait });
  return new Problem(parsed.data.code, { ...parsed.data.details, ...wait });
}

/** `Retry-After` in seconds. One given as a date is left out: the clock it would be compared with may be days off. */
function retryAfter(response: Response): { seconds?: number } {
  const header = response.headers.get('Retry-After');
  return header !== null && /^\d{1,9}$/.test(header) ? { seconds: Number(header) } : {};
}
