import type { Endpoint } from './endpoint.ts';
import * as everything from './endpoints/index.ts';

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'gate' in value && 'path' in value;
}

/** Every endpoint of the contract, in the order of their names. */
export const allEndpoints: readonly Endpoint[] = Object.values<unknown>(everything)
  .filter(isEndpoint)
  .toSorted((a, b) => (a.name < b.name ? -1 : 1));
