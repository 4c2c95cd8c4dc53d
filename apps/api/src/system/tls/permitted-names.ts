import { BlockList, isIPv4 } from 'node:net';
import forge from 'node-forge';
import { z } from 'zod';
import type { Names } from './names.ts';

declare module 'node-forge' {
  // Missing in its types.
  namespace util {
    function bytesFromIP(address: string): string;
  }
}

/**
 * For which names an authority can vouch (RFC 5280 §4.2.1.10). Whoever installs it on a phone trusts it for these
 * and for nothing else: stolen, it could not pass for a bank.
 */
export const permittedNames = z.strictObject({
  /** Each with everything below it. */
  domains: z.array(z.string()),
  networks: z.array(z.tuple([z.string(), z.number().int()])),
});
export type PermittedNames = z.infer<typeof permittedNames>;

/** Names and networks that mean something else in every building (RFC 6761, 6762, 8375, 1918, 6598, 3927, 4193). */
const local: PermittedNames = {
  domains: ['localhost', 'local', 'lan', 'internal', 'home.arpa'],
  networks: [
    ['10.0.0.0', 8],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['100.64.0.0', 10],
    ['169.254.0.0', 16],
    ['127.0.0.0', 8],
    ['fc00::', 7],
    ['fe80::', 10],
    ['::1', 128],
  ],
};

/** The local names and networks, and of these names the ones that are not among them. */
export function permitFor(names: Names): PermittedNames {
  const { domains, addresses } = leftOut(local, names);
  return {
    domains: [...local.domains, ...domains],
    networks: [
      ...local.networks,
      ...addresses.map((address): [string, number] => [address, isIPv4(address) ? 32 : 128]),
    ],
  };
}

/** Of these names those that are not permitted. */
export function leftOut(permitted: PermittedNames, names: Names): Names {
  const networks = new BlockList();
  for (const [address, bits] of permitted.networks) networks.addSubnet(address, bits, familyOf(address));
  return {
    domains: names.domains.filter(
      (name) => !permitted.domains.some((domain) => name === domain || name.endsWith(`.${domain}`)),
    ),
    addresses: names.addresses.filter((address) => !networks.check(address, familyOf(address))),
  };
}

const familyOf = (address: string) => (isIPv4(address) ? 'ipv4' : 'ipv6');

/** The extension of a certificate that says so. */
export function constraintsOf(permitted: PermittedNames): object {
  const { create, Class, Type } = forge.asn1;
  // Numbers of choices, which the library's types name like the universal types of the same number.
  const choice = { permitted: Type.NONE, domain: Type.INTEGER, network: Type.ODESC };
  const subtree = (type: forge.asn1.Type, value: string) =>
    create(Class.UNIVERSAL, Type.SEQUENCE, true, [create(Class.CONTEXT_SPECIFIC, type, false, value)]);
  const subtrees = [
    ...permitted.domains.map((domain) => subtree(choice.domain, domain)),
    ...permitted.networks.map(([address, bits]) => subtree(choice.network, networkBytes(address, bits))),
  ];
  const value = create(Class.UNIVERSAL, Type.SEQUENCE, true, [
    create(Class.CONTEXT_SPECIFIC, choice.permitted, true, subtrees),
  ]);
  return { id: '2.5.29.30', critical: true, value };
}

/** Address and mask, one after the other. */
function networkBytes(address: string, bits: number): string {
  const bytes = forge.util.bytesFromIP(address);
  const mask = Array.from(bytes, (_, index) => 0xff & ~(0xff >> Math.min(8, Math.max(0, bits - index * 8))));
  return bytes + String.fromCharCode(...mask);
}
