import type { Transaction } from '@huhudao/db';
import type { Indicator } from '@huhudao/domain';

export const upsertTarget = (tx: Transaction, indicator: Indicator, target: number) => tx`
  insert into indicator_target (indicator, target) values (${indicator}, ${target})
  on conflict (indicator) do update set target = excluded.target`;

export const deleteTarget = (tx: Transaction, indicator: Indicator) => tx`
  delete from indicator_target where indicator = ${indicator}`;
