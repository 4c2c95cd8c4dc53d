import type { Db } from '@huhudao/db';

/** As if they had never been, with their doors. */
export const removeStairwells = async (db: Db, streetId: string, ids: readonly string[]) => {
  const these = db.array([...ids]);
  await db`delete from assignment where street_id = ${streetId} and stairwell_id = any(${these}::uuid[])`;
  await db`delete from household where street_id = ${streetId} and stairwell_id = any(${these}::uuid[])`;
  await db`delete from stairwell where street_id = ${streetId} and id = any(${these}::uuid[])`;
};
