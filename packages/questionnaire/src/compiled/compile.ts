import { checkDefinition } from '../check/check.ts';
import type { Finding } from '../check/finding.ts';
import type { Condition } from '../conditions/condition.types.ts';
import { parseCondition } from '../conditions/parse.ts';
import type { Definition } from '../definition/definition.schema.ts';
import type { DefinitionKind } from '../definition/kinds.ts';
import { shapeOf } from '../definition/shape.ts';
import { questionsOf } from '../definition/walk.ts';
import type { PlacedCondition } from '../definition/walk.ts';
import type { CompiledQuestion, CompiledVersion } from './compiled.types.ts';

/** Thrown when a definition that `check` refuses is to be compiled. */
export class DefinitionRefused extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(`definition refused: ${findings.map(({ path, code }) => `${path} ${code}`).join(', ')}`);
    this.name = 'DefinitionRefused';
    this.findings = findings;
  }
}

/**
 * Compiles a definition once, when it is published, to what the request path needs. Checks it first: there is no
 * way to a compiled version around the check. Throws `DefinitionRefused`.
 */
export function compile(value: unknown, kind: DefinitionKind): CompiledVersion {
  const checked = checkDefinition(value, { kind });
  if (!checked.ok) {
    throw new DefinitionRefused(checked.findings.filter((finding) => finding.severity === 'error'));
  }
  return { format: 1, kind, questions: compileQuestions(checked.definition) };
}

/** The questions of a checked definition, in reading order. */
export function compileQuestions(definition: Definition): CompiledQuestion[] {
  return questionsOf(definition).map(({ question, conditions }) => ({
    ...shapeOf(question),
    visibleIf: allOf(conditions),
  }));
}

function allOf(conditions: readonly PlacedCondition[]): Condition | null {
  return conditions.reduce<Condition | null>((before, { text }) => {
    const parsed = parseCondition(text);
    if (!parsed.ok) throw new Error(`a checked condition no longer parses: ${parsed.code}`);
    return before === null ? parsed.condition : { op: 'and', left: before, right: parsed.condition };
  }, null);
}
