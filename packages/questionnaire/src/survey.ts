/** The parts that need survey-core: publishing a definition, reading conditions, rendering a form. */
export { check, checkDefinition } from './check/check.ts';
export type { Checked, CheckOptions } from './check/check.ts';
export { compile, compileQuestions, DefinitionRefused } from './compiled/compile.ts';
export { parseCondition } from './conditions/parse.ts';
export type { ParsedCondition } from './conditions/parse.ts';
export { createModel, setModelLocale } from './survey/model.ts';
export type { FormLocale, FormModel, ModelOptions } from './survey/model.ts';
export { registerProperties } from './survey/register.ts';
