import type { Role } from '@huhudao/domain';
import { newId, Problem } from '@huhudao/protocol';
import { platformCommand, type PlatformTx } from '../http/transaction.ts';
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

/** Ends what a person is signed in to; belongs to the concept of sessions. */
export type EndSessions = (tx: PlatformTx, personId: string) => Promise<void>;

/** What the caller may manage: every area at or below their own, and for a whole district also who holds no role. */
export type Reach = { areaIds: readonly string[]; wholeDistrict: boolean };

/** Adds a person with grants within another command's transaction. @throws Problem loginTaken */
export async function addPerson(tx: PlatformTx, person: NewPerson): Promise<void> {
  const row = { ...person, initials: initialsOf(person.name) };
  const [inserted] = await queries.insertPerson(tx.sql, row, tx.at, tx.actor.personId);
  if (inserted === undefined) throw new Problem('loginTaken');
  await give(tx, person.id, person.grants);
}

export const createPerson = platformCommand({
  action: 'person.created',
  subject: (input: NewPerson) => ({ personId: input.id, grants: input.grants.map(named) }),
  run: addPerson,
});

export type PersonChange = {
  personId: string;
  reach: Reach;
  name?: string | undefined;
  phone?: string | null | undefined;
  disabled?: boolean | undefined;
  /** All grants the person shall have. */
  grants?: readonly Grant[] | undefined;
};

export const changePerson = (endSessions: EndSessions) =>
  platformCommand({
    action: 'person.changed',
    subject: (input: PersonChange) => ({
      personId: input.personId,
      ...(input.disabled === undefined ? {} : { disabled: input.disabled }),
      ...(input.grants === undefined ? {} : { grants: input.grants.map(named) }),
    }),
    run: async (tx, { personId, reach, name, phone, disabled, grants }) => {
      const held = await expectWithinReach(tx, personId, reach);
      if (name !== undefined) await queries.updateName(tx.sql, personId, name, initialsOf(name));
      if (phone !== undefined) await queries.updatePhone(tx.sql, personId, phone);
      if (disabled !== undefined) await queries.updateDisabled(tx.sql, personId, disabled ? tx.at : null);
      if (disabled === true) await endSessions(tx, personId);
      if (grants !== undefined) {
        const wanted = new Set(grants.map(named));
        for (const grant of held)
          if (!wanted.has(named(grant))) await queries.revokeGrant(tx.sql, grant.id, tx.at);
        await give(tx, personId, grants);
      }
      await expectAdministrator(tx);
    },
  });

export const resetPassword = (endSessions: EndSessions) =>
  platformCommand({
    action: 'password.reset',
    subject: (input: { personId: string; reach: Reach; passwordHash: string }) => ({
      personId: input.personId,
    }),
    run: async (tx, { personId, reach, passwordHash }) => {
      await expectWithinReach(tx, personId, reach);
      await queries.updateInitialPassword(tx.sql, personId, passwordHash);
      await endSessions(tx, personId);
    },
  });

/** What is already given stays as it was given. */
async function give(tx: PlatformTx, personId: string, grants: readonly Grant[]): Promise<void> {
  const common = { personId, grantedBy: tx.actor.personId, at: tx.at };
  for (const { role, areaId } of grants)
    await queries.insertGrant(tx.sql, { ...common, id: newId(), role, areaId });
}

/**
 * Somebody may be managed only by those who reach every role they hold: an administrator of one street must not
 * take over the account of somebody who has a say in another. @throws Problem notFound
 */
async function expectWithinReach(tx: PlatformTx, personId: string, reach: Reach) {
  const [person] = await queries.lockPerson(tx.sql, personId);
  const held = person === undefined ? [] : await queries.listCurrentGrants(tx.sql, personId);
  const reached = held.every((grant) => reach.areaIds.includes(grant.areaId));
  if (person === undefined || !reached || (held.length === 0 && !reach.wholeDistrict))
    throw new Problem('notFound');
  return held;
}

async function expectAdministrator(tx: PlatformTx): Promise<void> {
  const [administrators] = await queries.countAdministrators(tx.sql);
  if (administrators?.count === 0) throw new Problem('lastAdministrator');
}

const named = (grant: Grant): string => `${grant.role} ${grant.areaId}`;
