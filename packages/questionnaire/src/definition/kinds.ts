/** What a definition is for: asked of residents, or filled in by the visitor (走访记录表). */
export const definitionKinds = ['questionnaire', 'visitForm'] as const;
export type DefinitionKind = (typeof definitionKinds)[number];
