import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Problem } from '@huhudao/protocol';

/** Fewer characters than this are guessed too soon. */
const shortest = 10;

/** Argon2id with the parameters OWASP names (19 MiB, two passes), as a PHC string. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'));

/**
 * Whether the password fits. Where there is no such person, the same work is done for nothing, so that the time
 * of an answer does not tell who has an account.
 */
export async function fitsPassword(stored: string | undefined, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await nobodys), password.normalize('NFC'));
  return fits && stored !== undefined;
}

const nobodys = hashPassword('a password nobody has');

/** @throws Problem passwordTooWeak */
export function expectStrong(password: string, login: string, former?: string): void {
  const weak = [...password].length < shortest || password.toLowerCase() === login || password === former;
  if (weak) throw new Problem('passwordTooWeak', { length: shortest });
}

/** Letters and digits that are not taken for one another on paper. */
const readable = 'abcdefghjkmnpqrstuvwxyz23456789';

/** An initial password to be read out or noted down, like `kqmw-7xha-c9tn`: 59 bits. */
export function makeInitialPassword(): string {
  const group = () => Array.from({ length: 4 }, () => readable.charAt(randomInt(readable.length))).join('');
  return [group(), group(), group()].join('-');
}
