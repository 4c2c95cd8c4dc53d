import type { Sql, Transaction } from '@huhudao/db';
import { chainHash, chainStart } from '../http/audit-chain.ts';
import {
  findPlatformHead,
  findStreetHead,
  readPlatformChain,
  readStreetChain,
  type ChainHead,
  type ChainRow,
} from './audit.queries.ts';

export type ChainCheck = {
  entries: number;
  intact: boolean;
  /** The number of the first entry that is missing, was added, or does not fit its hash. */
  firstBroken: number | null;
};

/**
 * Recomputes a hash chain from its start to its head: of a street, or of the installation for null. Any entry
 * changed, removed or inserted by hand is found; so is a tail cut off, since the head keeps the last hash.
 */
export async function checkChain(sql: Sql, streetId: string | null): Promise<ChainCheck> {
  // One snapshot for head and entries: writers go on meanwhile.
  return sql.begin('isolation level repeatable read read only', (tx) => checkWithin(tx, streetId));
}

export async function checkWithin(tx: Transaction, streetId: string | null): Promise<ChainCheck> {
  return streetId === null
    ? check(await findPlatformHead(tx), readPlatformChain(tx))
    : check(await findStreetHead(tx, streetId), readStreetChain(tx, streetId));
}

async function check([head]: ChainHead[], chain: AsyncIterable<ChainRow[]>): Promise<ChainCheck> {
  let entries = 0;
  let hash: Buffer = chainStart;
  for await (const rows of chain) {
    for (const row of rows) {
      const expected = entries + 1;
      if (row.number !== expected || !row.previousHash.equals(hash) || !row.hash.equals(chainHash(hash, row)))
        return { entries, intact: false, firstBroken: expected };
      entries += 1;
      hash = row.hash;
    }
  }
  const intact = head?.auditNumber === entries && head.auditHash.equals(hash);
  return { entries, intact, firstBroken: intact ? null : entries + 1 };
}
