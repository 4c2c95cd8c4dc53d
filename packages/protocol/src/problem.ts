import { z } from 'zod';
import { problems, type ProblemCode } from './problems.ts';

export type Locale = 'zh-CN' | 'en';
export const locales = ['zh-CN', 'en'] as const;

const codes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]];

/** What a problem may tell besides its code: never personal data, never answers. */
export type ProblemDetails = Record<string, unknown>;

/** The RFC 9457 document of a problem, as sent (`application/problem+json`). */
export const problemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(codes),
  details: z.record(z.string(), z.unknown()),
});
export type ProblemDocument = z.infer<typeof problemDocument>;

/** A refusal with a stable code; thrown anywhere, written once by the server, shown in the reader's language. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return problems[this.code].status;
  }
}

/** The sentence a worker understands, with `{name}` filled from the details. */
export function sentenceOf(problem: { code: ProblemCode; details: ProblemDetails }, locale: Locale): string {
  const template: string = problems[problem.code][locale];
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = problem.details[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });
}

export function documentOf(problem: Problem, locale: Locale): ProblemDocument {
  return {
    type: `urn:huhudao:problem:${problem.code}`,
    title: sentenceOf(problem, locale),
    status: problem.status,
    code: problem.code,
    details: problem.details,
  };
}
