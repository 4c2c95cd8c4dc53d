/** The rules an installation begins with. They are data: the district changes them as it likes. */
import type { RevisitReason } from '@huhudao/domain';
import { newId } from '@huhudao/protocol';
import { parseCondition } from '@huhudao/questionnaire/survey';
import type { Deps } from '../http/deps.ts';
import { onPlatform, platformCommand } from '../http/transaction.ts';
import { insertRuleVersion, listRules } from './rules.queries.ts';

type BuiltInRule = { reason: RevisitReason; condition: string | null; priority: number; dueDays: number };

export const builtInRules: readonly BuiltInRule[] = [
  { reason: 'residentAsked', condition: null, priority: 1, dueDays: 7 },
  {
    reason: 'lowSatisfaction',
    condition: "{overallSatisfaction} anyof ['notVerySatisfied', 'dissatisfied']",
    priority: 2,
    dueDays: 7,
  },
  { reason: 'attemptsLeft', condition: null, priority: 3, dueDays: 3 },
];

/** Before any round: a rule that comes with the product is in force from the beginning. */
const always = '2000-01-01';

const addBuiltInRules = platformCommand({
  action: 'revisitRule.builtInAdded',
  subject: (_input: undefined, count: number) => ({ count }),
  run: async (tx): Promise<number> => {
    // Another server may have been first while this one waited for the lock.
    if ((await listRules(tx.sql)).length > 0) return 0;
    for (const { condition, ...rule } of builtInRules) {
      const row = { ...rule, id: newId(), version: 1, effectiveFrom: always, effectiveUntil: null };
      await insertRuleVersion(
        tx.sql,
        { ...row, condition, compiled: condition === null ? null : compiled(condition) },
        { at: tx.at, personId: null },
      );
    }
    return builtInRules.length;
  },
});

function compiled(condition: string) {
  const parsed = parseCondition(condition);
  if (!parsed.ok) throw new Error(`the condition of a built-in rule cannot be read: ${parsed.code}`);
  return parsed.condition;
}

/** Adds the rules where there are none. */
export async function ensureBuiltInRules(deps: Deps): Promise<void> {
  if ((await listRules(deps.sql)).length > 0) return;
  await onPlatform(deps, { personId: null, deviceId: null }, addBuiltInRules, undefined);
}
