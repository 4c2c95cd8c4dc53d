import type { Question } from '../definition/definition.schema.ts';
import { originPattern } from '../definition/names.ts';
import type { BankItem } from './bank-item.ts';

/** Which item of the bank a question was taken from, in which version: `clearStairwell@2` in its property `bank`. */
export interface Origin {
  key: string;
  version: number;
}

export function originOf({ bank }: Question): Origin | null {
  if (bank === undefined || !originPattern.test(bank)) return null;
  const [key = '', version] = bank.split('@');
  return { key, version: Number(version) };
}

/** The newest wording of an item, as a question that remembers where it is from. */
export function newestOf({ key, versions }: BankItem): Question {
  const newest = versions.at(-1) ?? versions[0];
  return { ...structuredClone(newest.question), bank: `${key}@${versions.length}` };
}
