import { timingSafeEqual } from 'node:crypto';
import { Problem } from '@huhudao/protocol';
import { hashToken } from '../http/identity.ts';
import { platformCommand, type PlatformTx } from '../http/transaction.ts';
import { clearSetupToken, hasPeople, lockSetupToken } from './setup.queries.ts';

/** What setting up asks of other concepts, each within the transaction it is given. */
export type SetupParts = {
  addDistrict: (tx: PlatformTx, id: string, name: string) => Promise<void>;
  addPerson: (tx: PlatformTx, person: FirstPerson) => Promise<void>;
  openSession: (tx: PlatformTx, personId: string) => Promise<string>;
};

type FirstPerson = {
  id: string;
  login: string;
  name: string;
  phone: null;
  passwordHash: string;
  mustChangePassword: false;
  grants: { role: 'administrator'; areaId: string }[];
};

export type SetUpInput = {
  token: string;
  districtId: string;
  districtName: string;
  personId: string;
  login: string;
  name: string;
  passwordHash: string;
};

/** Creates the district and its first administrator, uses the link up, and signs in. Returns the session's token. */
export const setUp = ({ addDistrict, addPerson, openSession }: SetupParts) =>
  platformCommand({
    action: 'installation.setUp',
    subject: (input: SetUpInput) => ({ districtId: input.districtId, personId: input.personId }),
    run: async (tx, { token, districtId, districtName, ...person }) => {
      await useLink(tx, token);
      await addDistrict(tx, districtId, districtName);
      const grants = [{ role: 'administrator' as const, areaId: districtId }];
      await addPerson(tx, {
        ...person,
        id: person.personId,
        phone: null,
        mustChangePassword: false,
        grants,
      });
      return openSession(tx, person.personId);
    },
  });

/** @throws Problem setupDone, setupLinkWrong */
async function useLink(tx: PlatformTx, token: string): Promise<void> {
  const [people] = await hasPeople(tx.sql);
  if (people?.some !== false) throw new Problem('setupDone');
  const [stored] = await lockSetupToken(tx.sql);
  const hash = stored?.setupTokenHash ?? null;
  if (hash === null || !timingSafeEqual(hash, hashToken(token))) throw new Problem('setupLinkWrong');
  await clearSetupToken(tx.sql);
}
