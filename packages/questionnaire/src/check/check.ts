import type { CompiledVersion } from '../compiled/compiled.types.ts';
import type { Definition } from '../definition/definition.schema.ts';
import type { DefinitionKind } from '../definition/kinds.ts';
import { questionsOf } from '../definition/walk.ts';
import { findInConditions } from './conditions.ts';
import type { Finding } from './finding.ts';
import { findInFollowUp } from './follow-up.ts';
import { findInIndicators } from './indicators.ts';
import { findInLimits } from './limits.ts';
import { findInNames } from './names.ts';
import { readStructure } from './structure.ts';
import { findInWording } from './wording.ts';

export interface CheckOptions {
  kind: DefinitionKind;
  /** The version published before, whose names keep their meaning. */
  previous?: CompiledVersion;
}

/** What `checkDefinition` says. With an error among the findings there is no definition to publish. */
export type Checked =
  | { ok: true; definition: Definition; findings: Finding[] }
  | { ok: false; findings: Finding[] };

/**
 * Everything there is to say about a definition before it is published. Takes any value: a definition is data
 * from outside, also when it comes from our own editor. Structure is checked first, and the rest only where the
 * structure is sound, be it unfinished.
 */
export function checkDefinition(value: unknown, options: CheckOptions): Checked {
  const structure = readStructure(value);
  if (!structure.ok) {
    const { draft, findings } = structure;
    return { ok: false, findings: draft === null ? findings : [...findings, ...findIn(draft, options)] };
  }
  const { definition } = structure;
  const findings = findIn(definition, options);
  const refused = findings.some((finding) => finding.severity === 'error');
  return refused ? { ok: false, findings } : { ok: true, definition, findings };
}

function findIn(definition: Definition, { kind, previous }: CheckOptions): Finding[] {
  const questions = questionsOf(definition);
  return [
    ...findInNames(definition, questions, previous),
    ...findInLimits(questions),
    ...findInConditions(questions),
    ...findInIndicators(questions, kind),
    ...findInFollowUp(questions),
    ...findInWording(definition, questions, kind),
  ];
}

/** The findings alone, in the order of the checks. */
export function check(value: unknown, options: CheckOptions): Finding[] {
  return checkDefinition(value, options).findings;
}
