import fc from 'fast-check';
import { createSealingKeyPair, importPrivateKey } from '../open.ts';
import { acts } from './acts.ts';
import { simulate, type Setup } from './simulation.ts';

/** Whatever happens, in whatever order, the promises of SPEC.md hold; with a protection switched off they need not. */
export async function outboxProperty(protections: Pick<Setup, 'claims' | 'restarts' | 'tells'>) {
  const keys = await createSealingKeyPair();
  const privateKey = await importPrivateKey(keys.privateKey);
  return fc.asyncProperty(acts, fc.integer(), (list, seed) =>
    simulate(list, { keys, privateKey, seed, ...protections }),
  );
}
