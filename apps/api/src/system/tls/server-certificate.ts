import path from 'node:path';
import { z } from 'zod';
import { readSecret, writeSecret } from '../secret-file.ts';
import type { Authority } from './authority.ts';
import { certify, holdsFor, type Certified } from './certificates.ts';
import type { Names } from './names.ts';

const stored = z.strictObject({
  certificate: z.string(),
  key: z.string(),
  issuer: z.string(),
  names: z.strictObject({ domains: z.array(z.string()), addresses: z.array(z.string()) }),
});

/** Browsers take none that holds longer. */
const days = 397;
/** Renewed when fewer days are left. */
const shortestRest = 30;

/** The server's certificate from the data folder; a new one when names, authority or time ask for it. */
export async function loadServerCertificate(
  dataDir: string,
  authority: Authority,
  names: Names,
  now: Date,
): Promise<Certified> {
  const file = path.join(dataDir, 'tls', 'server.json');
  const known = await readSecret(file, stored);
  const fits =
    known !== undefined &&
    known.issuer === authority.certificate &&
    JSON.stringify(known.names) === JSON.stringify(names) &&
    holdsFor(known, shortestRest, now);
  if (fits) return { certificate: known.certificate, key: known.key };
  const certified = await certify({
    name: 'Huhudao',
    days,
    bits: 2048,
    extensions: extensionsOf(names),
    issuer: authority,
    now,
  });
  await writeSecret(file, { ...certified, issuer: authority.certificate, names });
  return certified;
}

function extensionsOf(names: Names): object[] {
  return [
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
    { name: 'extKeyUsage', serverAuth: true },
    {
      name: 'subjectAltName',
      altNames: [
        ...names.domains.map((value) => ({ type: 2, value })),
        ...names.addresses.map((ip) => ({ type: 7, ip })),
      ],
    },
  ];
}
