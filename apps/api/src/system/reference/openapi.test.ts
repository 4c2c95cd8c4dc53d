import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { allEndpoints } from '@huhudao/protocol';
import { openApiText } from './openapi.ts';

const text = openApiText();
const operation = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  responses: z.record(z.string(), z.looseObject({})),
});
const document = z
  .looseObject({
    openapi: z.literal('3.1.0'),
    paths: z.record(z.string(), z.record(z.string(), operation)),
    components: z.record(z.string(), z.record(z.string(), z.unknown())),
  })
  .parse(JSON.parse(text));

const operationOf = (endpoint: { path: string; method: string }) =>
  document.paths[endpoint.path]?.[endpoint.method];

describe('the OpenAPI document', () => {
  it('describes every endpoint under its own name', () => {
    expect(allEndpoints.map((endpoint) => operationOf(endpoint)?.operationId)).toEqual(
      allEndpoints.map((endpoint) => endpoint.name),
    );
  });

  it('has no reference that leads nowhere', () => {
    const references = [...text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(100);
    const lost = references.filter(
      ([, kind = '', name = '']) => document.components[kind]?.[name] === undefined,
    );
    expect(lost.map(([reference]) => reference)).toEqual([]);
  });

  it('says who may call what, and with which sign-in', () => {
    const people = operationOf({ path: '/api/people', method: 'get' });
    expect(people?.description).toContain('administrator');
    expect(people?.security).toEqual([{ session: [] }]);
    expect(operationOf({ path: '/api/sync/push', method: 'post' })?.security).toEqual([{ tablet: [] }]);
    expect(operationOf({ path: '/api/setup', method: 'get' })?.security).toEqual([]);
  });

  it('names the refusals a request may meet, as problem documents', () => {
    const statuses = Object.keys(operationOf({ path: '/api/people', method: 'post' })?.responses ?? {});
    expect(statuses).toEqual(['200', '400', '401', '403', '404', '409', '413', '415', '422', '429', '503']);
    expect(JSON.stringify(document.components['responses']?.['Problem503'])).toContain(
      'application/problem+json',
    );
  });
});
