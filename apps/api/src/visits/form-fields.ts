/** What was written into a visit form, in words: its titles and choices as the form's version has them. */
import type { Locale } from '@huhudao/protocol';
import { codebook, type CodebookVariable, type Definition, type Translations } from '@huhudao/questionnaire';
import { vocabulary } from '@huhudao/ui/vocabulary';
import { ledgerWords } from './ledger-words.ts';

export type FormField = { title: string; value: string };

/** Reads the answers to one version of a form. */
export type FormReader = (answers: Record<string, unknown>) => FormField[];

/** The topics to be passed on have their own place in a visit's record and are left out here. */
export function formReader(definition: Definition, locale: Locale): FormReader {
  const shared = sharedTopics(definition);
  const variables = codebook(definition).filter((variable) => !shared.has(variable.name));
  return (answers) =>
    variables.flatMap((variable) => {
      const value = wordsFor(answerOf(answers, variable), variable, locale);
      return value === '' ? [] : [{ title: said(variable.label, locale), value }];
    });
}

function sharedTopics(definition: Definition): Set<string> {
  const elements = definition.pages.flatMap((page) => page.elements);
  const questions = elements.flatMap((element) => (element.type === 'panel' ? element.elements : [element]));
  return new Set(
    questions
      .filter((question) => 'shareTopics' in question && question.shareTopics === true)
      .map((question) => question.name),
  );
}

/** A row of a matrix is a variable of its own, `question.row`. */
function answerOf(answers: Record<string, unknown>, { name, kind }: CodebookVariable): unknown {
  if (kind !== 'matrix') return answers[name];
  const [question = '', row = ''] = name.split('.');
  const rows = answers[question];
  return typeof rows === 'object' && rows !== null
    ? Object.entries(rows).find(([key]) => key === row)?.[1]
    : undefined;
}

function wordsFor(answer: unknown, variable: CodebookVariable, locale: Locale): string {
  if (Array.isArray(answer))
    return answer.map((one) => wordsFor(one, variable, locale)).join(vocabulary[locale].common.listSeparator);
  if (typeof answer !== 'string' && typeof answer !== 'number' && typeof answer !== 'boolean') return '';
  const label = variable.codes.find((one) => one.code === String(answer))?.label;
  if (label !== undefined && label !== null) return said(label, locale);
  return typeof answer === 'boolean' ? ledgerWords[locale][answer ? 'yes' : 'no'] : String(answer);
}

const said = ({ zh, en }: Translations, locale: Locale): string => (locale === 'en' ? (en ?? zh) : zh);
