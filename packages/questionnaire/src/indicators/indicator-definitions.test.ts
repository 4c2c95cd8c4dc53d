import { describe, expect, test } from 'vitest';
import { compile } from '../compiled/compile.ts';
import { questionnaire } from '../forms/questionnaire.ts';
import { indicatorDefinitions } from './indicator-definitions.ts';

const compiled = compile(questionnaire, 'questionnaire');

function definitionOf(indicator: string, version = compiled, hash = 'first') {
  return indicatorDefinitions(version, hash).find((definition) => definition.indicator === indicator);
}

describe('the formula of each indicator', () => {
  test('awareness: know over all four, with "heard of it" beside', () => {
    expect(definitionOf('awareness')).toMatchObject({
      item: 'knowsCampaign',
      favourable: ['know'],
      base: ['dontKnow', 'heardOf', 'know', 'unsure'],
      excluded: [],
      beside: ['heardOf'],
      dontKnow: { codes: ['unsure'], policy: 'inBase' },
    });
  });

  test('participation: often and sometimes over all four', () => {
    expect(definitionOf('participation')).toMatchObject({
      item: 'takesPart',
      favourable: ['often', 'sometimes'],
      base: ['never', 'often', 'sometimes', 'unsure'],
      excluded: [],
    });
  });

  test('support: "indifferent" stays in the base', () => {
    expect(definitionOf('support')).toMatchObject({
      item: 'supportsEffort',
      favourable: ['support'],
      base: ['indifferent', 'oppose', 'support', 'unsure'],
      excluded: [],
    });
  });

  test('satisfaction: headline share of the first three, top share, scores, "cannot say" outside the base', () => {
    expect(definitionOf('satisfaction')).toMatchObject({
      item: 'overallSatisfaction',
      favourable: ['basicallySatisfied', 'satisfied', 'verySatisfied'],
      base: ['basicallySatisfied', 'dissatisfied', 'notVerySatisfied', 'satisfied', 'verySatisfied'],
      excluded: ['cannotSay'],
      top: ['verySatisfied'],
      dontKnow: { codes: ['cannotSay'], policy: 'excluded' },
      scores: {
        dissatisfied: 0,
        notVerySatisfied: 25,
        basicallySatisfied: 50,
        satisfied: 75,
        verySatisfied: 100,
      },
    });
  });
});

describe('formulaId', () => {
  test('is shared by versions that differ in wording, order of choices and hash', () => {
    const reworded = structuredClone(questionnaire);
    const [knows] = reworded.pages[0]?.elements ?? [];
    if (knows?.type !== 'radiogroup') throw new Error('the first question is a single choice');
    knows.title = '您听说过吗？';
    knows.choices.reverse();
    const version = compile(reworded, 'questionnaire');
    expect(definitionOf('awareness', version, 'second')).toEqual({
      ...definitionOf('awareness'),
      versionHash: 'second',
    });
  });

  test('changes with the way a choice counts', () => {
    const recounted = structuredClone(questionnaire);
    const [knows] = recounted.pages[0]?.elements ?? [];
    if (knows?.type !== 'radiogroup') throw new Error('the first question is a single choice');
    for (const choice of knows.choices) if (choice.value === 'heardOf') choice.counts = 'favourable';
    const changed = compile(recounted, 'questionnaire');
    expect(definitionOf('awareness', changed)?.formulaId).not.toBe(definitionOf('awareness')?.formulaId);
    expect(definitionOf('support', changed)?.formulaId).toBe(definitionOf('support')?.formulaId);
  });
});
