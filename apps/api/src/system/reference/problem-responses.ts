import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { problemDocument, problems } from '@huhudao/protocol';

const byStatus = Map.groupBy(Object.entries(problems), ([, problem]): number => problem.status);

/** For every status the problems that have it, with their sentence. */
export function problemResponses(): Record<string, ZodOpenApiResponseObject> {
  return Object.fromEntries(
    [...byStatus].map(([status, entries]) => [`Problem${status}`, describe(status, entries)]),
  );
}

/** The responses of these statuses, by reference. */
export const referTo = (statuses: readonly number[]): Record<string, { $ref: string }> =>
  Object.fromEntries(
    statuses
      .filter((status) => byStatus.has(status))
      .map((status) => [String(status), { $ref: `#/components/responses/Problem${status}` }]),
  );

function describe(status: number, entries: [string, (typeof problems)[keyof typeof problems]][]) {
  const lines = entries.map(([code, problem]) => `- \`${code}\`: ${problem.en}`);
  const retry = { 'Retry-After': { schema: { type: 'integer' as const }, description: 'Seconds' } };
  return {
    description: lines.join('\n'),
    ...([423, 429, 503].includes(status) ? { headers: retry } : {}),
    content: { 'application/problem+json': { schema: problemDocument } },
  };
}
