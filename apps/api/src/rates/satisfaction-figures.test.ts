import { describe, expect, it } from 'vitest';
import { defaultDisclosureRules } from '@huhudao/statistics';
import { nothingShown } from './measured-cell.ts';
import { satisfactionFigures, streetSatisfaction } from './satisfaction-figures.ts';

const rules = defaultDisclosureRules;
const formula = {
  favourable: ['verySatisfied', 'satisfied'],
  base: ['verySatisfied', 'satisfied', 'dissatisfied'],
  top: ['verySatisfied'],
  beside: [],
  scores: { verySatisfied: 100, satisfied: 50, dissatisfied: 0 },
  dontKnow: { codes: [], policy: 'excluded' as const },
};
const basis = (verySatisfied: number, satisfied: number, dissatisfied: number) => ({
  respondents: verySatisfied + satisfied + dissatisfied,
  codes: { verySatisfied, satisfied, dissatisfied },
});

describe('the companions of the satisfaction rate', () => {
  it('wait while the headline share beside them would tell what they kept back before', () => {
    // The headline share grew by 2 answers: of the 5 very satisfied now, 3 or 4 were there before.
    const figures = { ...nothingShown, value: 30 / 40 };
    const past = [
      { number: 1, kind: 'shown' as const, reason: null, basis: basis(3, 27, 10), figures, dataTime: '' },
    ];
    expect(satisfactionFigures(basis(5, 27, 28), { kind: 'shown' }, past, formula, rules)).toBeNull();
    expect(satisfactionFigures(basis(9, 40, 11), { kind: 'shown' }, past, formula, rules)).not.toBeNull();
  });

  it('of a street are not told beside two communities whose answers weigh differently', () => {
    const part = (top: number, others: number, weight: number) => ({
      basis: basis(top, others, 20),
      weight,
      shown: false,
      shownBefore: false,
    });
    const options = { headline: 0.7, formula, rules, closing: true };
    // 10a + 7b to within an answer: a and b are known.
    expect(streetSatisfaction([part(3, 37, 10), part(40, 2, 7)], options)).toBeNull();
    expect(streetSatisfaction([part(3, 37, 1), part(40, 7, 1)], options)).not.toBeNull();
  });
});
