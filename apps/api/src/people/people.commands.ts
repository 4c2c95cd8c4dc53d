import type { Role } from '@huhudao/domain';
import { newId, Problem } from '@huhudao/protocol';
import type { PlatformTx } from '../http/transaction.ts';
import { initialsOf } from '../text/initials.ts';
import * as queries from './people.queries.ts';

export type Grant = { role: Role; areaId: string };

export type NewPerson = {
  id: string;
  login: string;
  name: string;
  phone: string | null;
  passwordHash: string;
  mustChangePassword: boolean;
  grants: readonly Grant[];
};

/** Adds a person with grants within another command's transaction. @throws Problem loginTaken */
export async function addPerson(tx: PlatformTx, person: NewPerson): Promise<void> {
  const row = { ...person, initials: initialsOf(person.name) };
  const [inserted] = await queries.insertPerson(tx.sql, row, tx.at, tx.actor.personId);
  if (inserted === undefined) throw new Problem('loginTaken');
  for (const grant of person.grants) {
    const granted = { id: newId(), personId: person.id, grantedBy: tx.actor.personId, at: tx.at };
    await queries.insertGrant(tx.sql, { ...granted, ...grant });
  }
}
