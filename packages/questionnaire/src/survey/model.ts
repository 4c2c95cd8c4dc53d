import { SurveyModel } from 'survey-core';
import type { Answer, Answers } from '../answers/answers.types.ts';
import { readAnswer } from '../answers/read-answer.ts';
import { readStructure } from '../check/structure.ts';
import type { CompiledQuestion } from '../compiled/compiled.types.ts';
import { compileQuestions, DefinitionRefused } from '../compiled/compile.ts';
import { indexed } from '../compiled/question-index.ts';
import { evaluateCondition } from '../conditions/evaluate.ts';
import { defaultMaxLength } from '../definition/shape.ts';
import { registerProperties } from './register.ts';

export interface ModelOptions {
  /** Language of the form; may be changed midway by `setModelLocale`. */
  locale: FormLocale;
  /** Answers of a draft that is opened again. */
  saved?: Answers;
  /** False where nobody could come back, as with anonymous answers: the question `asksContact` is left out. */
  canContact?: boolean;
}

export type FormLocale = 'zh-CN' | 'en';

/** A form ready to be rendered. */
export interface FormModel {
  model: SurveyModel;
  /** Saved answers the form has no place for, by name. Empty unless the draft and the definition disagree. */
  setAside: Record<string, unknown>;
}

/**
 * Makes the survey-core model of a published definition. Values of hidden questions are cleared the moment they
 * are hidden, so that `model.data` always passes `validateAnswers`.
 *
 * Nothing is lost silently: a definition survey-core would read only in part throws, and saved answers that
 * the form cannot hold are handed back. Throws `DefinitionRefused` for what is no definition of ours.
 */
export function createModel(value: unknown, options: ModelOptions): FormModel {
  const structure = readStructure(value);
  if (!structure.ok) throw new DefinitionRefused(structure.findings);
  registerProperties();
  const model = new SurveyModel(structure.definition);
  if (model.jsonErrors?.length) {
    throw new Error(
      `survey-core reads only a part: ${model.jsonErrors.map((error) => error.message).join(' ')}`,
    );
  }
  model.clearInvisibleValues = 'onHiddenContainer';
  model.maxTextLength = defaultMaxLength;
  setModelLocale(model, options.locale);

  const questions = compileQuestions(structure.definition).filter(
    (question) => options.canContact !== false || !asksContact(question),
  );
  if (options.canContact === false) hideContact(model);
  const { kept, setAside } = sortSaved(questions, options.saved ?? {});
  model.data = kept;
  return { model, setAside };
}

/** Changes the language of a form; answers stay. */
export function setModelLocale(model: SurveyModel, locale: FormLocale): void {
  model.locale = locale === 'zh-CN' ? 'zh-cn' : 'en';
}

function asksContact(question: CompiledQuestion): boolean {
  return question.kind === 'boolean' && question.asksContact;
}

function hideContact(model: SurveyModel): void {
  for (const question of model.getAllQuestions()) {
    if (question.getPropertyValue('asksContact') !== true) continue;
    question.visibleIf = '';
    question.visible = false;
  }
}

/** Conditions look back only, so one pass in reading order decides which saved answers have a place. */
function sortSaved(
  questions: readonly CompiledQuestion[],
  saved: Answers,
): { kept: Record<string, Answer>; setAside: Record<string, unknown> } {
  const kept: Record<string, Answer> = {};
  for (const question of questions) {
    const answer = saved[question.name];
    if (answer === undefined) continue;
    const shown = question.visibleIf === null || evaluateCondition(question.visibleIf, kept);
    if (shown && 'answer' in readAnswer(indexed(question), answer, false)) kept[question.name] = answer;
  }
  const setAside = Object.fromEntries(Object.entries(saved).filter(([name]) => !Object.hasOwn(kept, name)));
  return { kept, setAside };
}
