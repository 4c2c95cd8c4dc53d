import type { Context } from 'hono';
import { documentOf, newId, Problem, type Locale } from '@huhudao/protocol';
import type { Deps } from './deps.ts';
import { codeOf, describeError } from './describe-error.ts';

/** What PostgreSQL says when it is away, starting, or out of room; the answer is 503, nothing was written. */
const awayStates = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08006',
  '53100',
  '53200',
  '53300',
]);
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOENT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'CONNECTION_DESTROYED',
]);

/** Any error as a problem. What is not one already is logged with a reference and told as `internal`. */
export function toProblem(error: unknown, deps: Deps): Problem {
  if (error instanceof Problem) return error;
  const code = codeOf(error);
  if (awayStates.has(code) || awayCodes.has(code)) return new Problem('unavailable');
  // Two transactions met on one row, and one of them has to come again.
  if (code === '40P01' || code === '40001') return new Problem('unavailable');
  if (code === '23505' || code === '23P01') return new Problem('conflict');
  // A text with a NUL in it, which PostgreSQL cannot hold.
  if (code === '22021' || code === '22P05') return new Problem('invalidRequest', { issues: [] });
  const reference = newId();
  deps.log.error({ reference, error: describeError(error) }, 'unexpected error');
  return new Problem('internal', { reference });
}

export function localeOf(context: Context): Locale {
  return (context.req.header('Accept-Language') ?? '').toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

export function writeProblem(context: Context, problem: Problem): Response {
  const document = documentOf(problem, localeOf(context));
  const seconds = problem.details['seconds'];
  const retry =
    problem.code === 'unavailable' ? '2' : typeof seconds === 'number' ? String(seconds) : undefined;
  return context.body(JSON.stringify(document), document.status as 400, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...(retry === undefined ? {} : { 'Retry-After': retry }),
  });
}
