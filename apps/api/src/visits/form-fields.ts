/** What was written into a visit form, in words: its titles and choices as the form's version has them. */
import { visitField, type Locale, type VisitField } from '@huhudao/protocol';
import { codebook, type CodebookVariable, type Definition, type Translations } from '@huhudao/questionnaire';
import { vocabulary } from '@huhudao/ui/vocabulary';
import { ledgerWords } from './ledger-words.ts';

/** What a form may be filled in with: the variable, and its title in one language. */
export type FormColumn = Pick<VisitField, 'name' | 'title'>;

/** One version of a form: all its fields in reading order, and how its answers read. */
export type FormReader = {
  columns: readonly FormColumn[];
  read: (answers: Record<string, unknown>) => VisitField[];
};

/** The topics to be passed on have their own place in a visit's record and are left out here. */
export function formReader(definition: Definition, locale: Locale): FormReader {
  const shared = sharedTopics(definition);
  const variables = codebook(definition).filter((variable) => !shared.has(variable.name));
  const columnOf = ({ name, label }: CodebookVariable): FormColumn => ({ name, title: said(label, locale) });
  return {
    columns: variables.map(columnOf),
    read: (answers) =>
      variables.flatMap((variable) => {
        const answer = answerOf(answers, variable);
        const value = wordsFor(answer, variable, locale);
        const raw = visitField.shape.raw.safeParse(answer);
        return value === '' || !raw.success ? [] : [{ ...columnOf(variable), value, raw: raw.data }];
      }),
  };
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
