/** What is made of a ticket's token: the server keeps a hash of it, and derives the rest when it is shown. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { must } from '@huhudao/domain';
import { Problem, proveCommunity, proveHousehold, type OwnAnswers } from '@huhudao/protocol';
import canonicalize from 'canonicalize';
import type { Deps } from '../http/deps.ts';

/** 128 bits. */
export const newToken = (): string => randomBytes(16).toString('base64url');

/** The key of the proofs in a ticket's link: the tablet gets it, the phone does not, and nobody stores it. */
export const keyOf = ({ keys }: Deps, token: string): string =>
  createHmac('sha256', keys.audit).update(`answer ticket ${token}`).digest('base64url');

type Claimed = Pick<OwnAnswers, 'token' | 'communityId' | 'communityProof'> & { as?: OwnAnswers['as'] };

/** @throws Problem linkDamaged: the link was made for another community or another household. */
export async function checkProofs(deps: Deps, { token, communityId, communityProof, as }: Claimed) {
  const key = keyOf(deps, token);
  const good = [same(communityProof, await proveCommunity(key, communityId))];
  if (as !== undefined && as.mode !== 'anonymous')
    good.push(same(as.householdProof, await proveHousehold(key, as.householdId)));
  if (good.includes(false)) throw new Problem('linkDamaged');
}

/** Both are as long as the schema has it. */
const same = (given: string, made: string): boolean => timingSafeEqual(Buffer.from(given), Buffer.from(made));

/**
 * By what a retry is known again, hexadecimal. Keyed by the token, which nobody has once the resident's page is closed:
 * whoever holds the database and all keys of the server still cannot tell which answers a ticket brought. When it was
 * sent is left out; that differs from try to try.
 */
export function receiptOf(sent: OwnAnswers): string {
  const { token, as, ...rest } = sent;
  const { mode } = as;
  const content = mode === 'anonymous' ? { ...rest, mode } : { ...rest, mode, householdId: as.householdId };
  return createHmac('sha256', token)
    .update(must(canonicalize(content), 'a canonical form'))
    .digest('hex');
}
