import os from 'node:os';
import { isIP } from 'node:net';

/** What a browser may call this server: host names and addresses. */
export type Names = { domains: string[]; addresses: string[] };

/** This machine's names and addresses, and those of `TLS_NAMES` (separated by commas). */
export function namesOf(further: string): Names {
  const given = further.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim().toLowerCase()]));
  return {
    domains: unique(['localhost', os.hostname().toLowerCase(), ...given.filter((name) => isIP(name) === 0)]),
    addresses: unique([
      '127.0.0.1',
      '::1',
      ...networkAddresses(),
      ...given.filter((name) => isIP(name) !== 0),
    ]),
  };
}

/** Addresses under which other machines reach this one. Link-local ones need a zone, which no address bar takes. */
export function networkAddresses(): string[] {
  return Object.values(os.networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => !address.internal && !address.address.startsWith('fe80:'))
    .map((address) => address.address);
}

const unique = (names: string[]): string[] => [...new Set(names)].toSorted();
