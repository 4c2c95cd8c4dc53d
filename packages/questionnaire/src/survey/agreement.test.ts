import fc from 'fast-check';
import { SurveyModel } from 'survey-core';
import { describe, expect, test } from 'vitest';
import { validateAnswers } from '../answers/validate.ts';
import { visibleQuestions } from '../answers/visible.ts';
import type { CompiledQuestion, CompiledVersion } from '../compiled/compiled.types.ts';
import { compile, compileQuestions } from '../compiled/compile.ts';
import { readStructure } from '../check/structure.ts';
import { questionnaire } from '../forms/questionnaire.ts';
import { shortForm } from '../forms/short-form.ts';
import { visitForm } from '../forms/visit-form.ts';
import { drawAnswer, drawAnswers, drawForm } from '../testing/draw.ts';
import type { Draw } from '../testing/draw.ts';
import { formOf } from '../testing/forms.ts';
import { createModel } from './model.ts';
import { registerProperties } from './register.ts';

registerProperties();

/** The shape of one question, leaving its condition aside: that is compiled with the whole form. */
function compileOne(element: object): CompiledQuestion {
  const structure = readStructure(formOf({ ...element, visibleIf: undefined }));
  const [question] = structure.ok ? compileQuestions(structure.definition) : [];
  if (question === undefined) throw new Error('the drawn question is one of ours');
  return question;
}

interface Form {
  definition: object;
  compiled: CompiledVersion;
}

const forms: [string, (draw: Draw) => Form][] = [
  [
    'the 22-item questionnaire',
    () => ({ definition: questionnaire, compiled: compile(questionnaire, 'questionnaire') }),
  ],
  ['the short form', () => ({ definition: shortForm, compiled: compile(shortForm, 'questionnaire') })],
  ['the visit form', () => ({ definition: visitForm, compiled: compile(visitForm, 'visitForm') })],
  [
    'any form',
    (draw) => {
      const definition = drawForm(draw, compileOne);
      return { definition, compiled: compile(definition, 'visitForm') };
    },
  ],
];

function visibleIn(model: SurveyModel): string[] {
  return model
    .getAllQuestions()
    .filter((question) => question.isVisibleInSurvey)
    .map((question) => question.name);
}

describe.each(forms)('our evaluation and survey-core agree on %s', { timeout: 60_000 }, (name, drawn) => {
  const numRuns = name === 'any form' ? 60 : 8;

  test('which questions are shown, whatever the answers', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const { definition, compiled } = drawn(draw);
        const answers = drawAnswers(draw, compiled.questions);
        const model = new SurveyModel({ ...definition, clearInvisibleValues: 'none' });
        model.data = structuredClone(answers);
        expect(visibleQuestions(compiled, answers)).toEqual(visibleIn(model));
      }),
      { numRuns },
    );
  });

  test('what a person enters, in any order, is always accepted, and complete when the form says so', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const { definition, compiled } = drawn(draw);
        const { model } = createModel(definition, { locale: 'zh-CN' });
        for (let step = 0; step < 6; step++) {
          const shown = compiled.questions.filter((question) => visibleIn(model).includes(question.name));
          if (shown.length === 0) break;
          const question = draw(fc.constantFrom, ...shown);
          const value = draw(fc.boolean) || draw(fc.boolean) ? drawAnswer(draw, question) : undefined;
          model.setValue(question.name, value);

          const validation = validateAnswers(compiled, model.data, { complete: false });
          expect(validation).toEqual({ ok: true, answers: model.data, visible: visibleIn(model) });
          expect(validateAnswers(compiled, model.data, { complete: true }).ok).toBe(
            model.validate(false, false),
          );
        }
      }),
      { numRuns },
    );
  });
});
