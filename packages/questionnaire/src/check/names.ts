import type { CompiledVersion } from '../compiled/compiled.types.ts';
import type { Definition, Question } from '../definition/definition.schema.ts';
import { isReservedName } from '../definition/names.ts';
import { shapeOf } from '../definition/shape.ts';
import type { PlacedQuestion } from '../definition/walk.ts';
import { error } from './finding.ts';
import type { Finding } from './finding.ts';

/**
 * Names and codes are what answers are stored under, for years: they are unique, mean nothing else, and never
 * change the kind of answer they stand for. SurveyJS does not tell `lift` from `Lift`, so neither may both exist.
 */
export function findInNames(
  definition: Definition,
  questions: readonly PlacedQuestion[],
  previous: CompiledVersion | undefined,
): Finding[] {
  const names = [
    ...containerNames(definition),
    ...questions.map(({ path, question }) => ({ path, name: question.name })),
  ];
  return [
    ...repeated(names).map(({ path, name }) => error(`${path}.name`, 'nameTwice', { name })),
    ...names
      .filter(({ name }) => isReservedName(name))
      .map(({ path, name }) => error(`${path}.name`, 'nameReserved', { name })),
    ...questions.flatMap(({ path, question }) => findInCodes(path, question)),
    ...findInHistory(questions, previous),
  ];
}

interface Named {
  path: string;
  name: string;
}

function containerNames(definition: Definition): Named[] {
  return definition.pages.flatMap((page, pageIndex) => [
    { path: `pages[${pageIndex}]`, name: page.name },
    ...page.elements.flatMap((element, index) =>
      element.type === 'panel'
        ? [{ path: `pages[${pageIndex}].elements[${index}]`, name: element.name }]
        : [],
    ),
  ]);
}

/** The second and later of the same name. */
function repeated(names: readonly Named[]): Named[] {
  const seen = new Set<string>();
  return names.filter(({ name }) => {
    const known = seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    return known;
  });
}

function findInCodes(path: string, question: Question): Finding[] {
  return codeLists(path, question).flatMap((codes) => [
    ...repeated(codes).map((code) =>
      error(`${code.path}.value`, 'codeTwice', { name: question.name, code: code.name }),
    ),
    ...codes
      .filter((code) => isReservedName(code.name))
      .map((code) => error(`${code.path}.value`, 'nameReserved', { name: code.name })),
  ]);
}

function codeLists(path: string, question: Question): Named[][] {
  const list = (property: string, items: readonly { value: string }[]) =>
    items.map((item, index) => ({ path: `${path}.${property}[${index}]`, name: item.value }));
  if ('choices' in question) return [list('choices', question.choices)];
  if (question.type === 'matrix') return [list('rows', question.rows), list('columns', question.columns)];
  return [];
}

function findInHistory(
  questions: readonly PlacedQuestion[],
  previous: CompiledVersion | undefined,
): Finding[] {
  const before = new Map(previous?.questions.map((question) => [question.name, question.kind]));
  return questions.flatMap(({ path, question }) => {
    const was = before.get(question.name);
    const is = shapeOf(question).kind;
    return was === undefined || was === is
      ? []
      : [error(`${path}.type`, 'kindChanged', { name: question.name, was, is })];
  });
}
