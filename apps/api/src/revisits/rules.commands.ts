import { Problem } from '@huhudao/protocol';
import type { Condition } from '@huhudao/questionnaire';
import { platformCommand } from '../http/transaction.ts';
import { insertRuleVersion, listRules } from './rules.queries.ts';

export type RuleInput = {
  ruleId: string;
  condition: string | null;
  compiled: Condition | null;
  effectiveFrom: string;
  effectiveUntil: string | null;
  priority: number;
  dueDays: number;
};

/** A changed rule is a new version; what was raised before keeps the version that raised it. @throws Problem notFound, invalidRequest */
export const changeRule = platformCommand({
  action: 'revisitRule.changed',
  subject: (input: RuleInput, version: number) => ({ ruleId: input.ruleId, version }),
  run: async (tx, { ruleId, ...change }): Promise<number> => {
    const rule = (await listRules(tx.sql)).find((one) => one.id === ruleId);
    if (rule === undefined) throw new Problem('notFound');
    // Only a rule about answers has a condition; what the others look at is the product's own.
    if ((rule.reason === 'lowSatisfaction') !== (change.condition !== null)) throw wrong('condition');
    if (change.effectiveUntil !== null && change.effectiveUntil < change.effectiveFrom)
      throw wrong('effectiveUntil');
    const version = rule.version + 1;
    await insertRuleVersion(
      tx.sql,
      { ...change, id: ruleId, version, reason: rule.reason },
      { at: tx.at, personId: tx.actor.personId },
    );
    return version;
  },
});

const wrong = (field: string): Problem =>
  new Problem('invalidRequest', { issues: [{ at: `body.${field}`, code: 'custom' }] });
