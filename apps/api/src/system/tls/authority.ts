import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { readSecret, writeSecret } from '../secret-file.ts';
import { certify, holdsFor, type Certified } from './certificates.ts';
import type { Names } from './names.ts';
import { constraintsOf, permitFor, permittedNames, type PermittedNames } from './permitted-names.ts';

/** A certificate authority of this installation alone, whose certificate is installed on its tablets. */
export type Authority = Certified & { permitted: PermittedNames };

const stored = z.strictObject({ certificate: z.string(), key: z.string(), permitted: permittedNames });

const years = 10;
/** An authority that would end before its next server certificate is replaced. */
const shortestRest = 400;

/** The authority from the data folder, made at the first start. */
export async function loadAuthority(dataDir: string, names: Names, now: Date): Promise<Authority> {
  const file = path.join(dataDir, 'tls', 'authority.json');
  const known = await readSecret(file, stored);
  if (known !== undefined && holdsFor(known, shortestRest, now)) return known;
  const permitted = permitFor(names);
  const certified = await certify({
    name: `Huhudao ${os.hostname()}`,
    days: years * 365,
    bits: 3072,
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      constraintsOf(permitted),
    ],
    now,
  });
  const authority = { ...certified, permitted };
  await writeSecret(file, authority);
  return authority;
}
