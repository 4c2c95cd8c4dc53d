import { z } from 'zod';
import { indicators, isStorable } from '@huhudao/domain';
import { endpoint } from '../endpoint.ts';
import { contentHash, id, instant, line, localised } from '../fields.ts';

/** A SurveyJS definition; what it may contain is checked by the questionnaire package. */
export const definition = z.record(z.string(), z.unknown()).refine(isStorable);

/** What is told to people, in both languages. */
const sentence = z.strictObject({ 'zh-CN': z.string(), en: z.string() });

export const finding = z.strictObject({
  /** Where: a JSON path, or the name of a question. */
  path: z.string(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: sentence,
});

export const versionView = z.strictObject({
  hash: contentHash,
  number: z.number().int(),
  title: localised,
  authorName: z.string().nullable(),
  publisherName: z.string().nullable(),
  publishedAt: instant,
  /** Begins no new round; rounds that have it keep it. */
  retired: z.boolean(),
});

export const questionnaireView = z.strictObject({
  id,
  kind: z.enum(['questionnaire', 'visitForm']),
  title: localised,
  authorId: id.nullable(),
  authorName: z.string().nullable(),
  draftSavedAt: instant.nullable(),
  hasDraft: z.boolean(),
  versions: z.array(versionView),
});
export type QuestionnaireView = z.infer<typeof questionnaireView>;

export const listQuestionnaires = endpoint({
  name: 'listQuestionnaires',
  method: 'get',
  path: '/api/questionnaires',
  summary: 'Questionnaires and visit forms with their published versions',
  gate: { kind: 'anywhere', permission: 'questionnaires.read' },
  response: z.array(questionnaireView),
});

const one = z.strictObject({ questionnaireId: id });

export const createQuestionnaire = endpoint({
  name: 'createQuestionnaire',
  method: 'post',
  path: '/api/questionnaires',
  summary: 'Begin a questionnaire: empty, from a built-in form, or from a published version',
  gate: { kind: 'anywhere', permission: 'questionnaires.author' },
  body: z.strictObject({ kind: z.enum(['questionnaire', 'visitForm']), title: line, definition }),
  response: questionnaireView,
});

export const readDraft = endpoint({
  name: 'readDraft',
  method: 'get',
  path: '/api/questionnaires/{questionnaireId}/draft',
  summary: 'The draft as it stands, with its findings',
  gate: { kind: 'anywhere', permission: 'questionnaires.author' },
  params: one,
  response: z.strictObject({
    definition: definition.nullable(),
    savedAt: instant.nullable(),
    findings: z.array(finding),
  }),
});

export const saveDraft = endpoint({
  name: 'saveDraft',
  method: 'put',
  path: '/api/questionnaires/{questionnaireId}/draft',
  summary: 'Save the draft; `basedOn` is the time of the draft one started from',
  gate: { kind: 'anywhere', permission: 'questionnaires.author' },
  params: one,
  body: z.strictObject({ definition, basedOn: instant.nullable() }),
  response: z.strictObject({ savedAt: instant, findings: z.array(finding) }),
});

export const publishQuestionnaire = endpoint({
  name: 'publishQuestionnaire',
  method: 'post',
  path: '/api/questionnaires/{questionnaireId}/publish',
  summary: 'Publish the draft as an immutable version; never by its author',
  gate: { kind: 'anywhere', permission: 'questionnaires.publish' },
  params: one,
  body: z.strictObject({ savedAt: instant }),
  response: versionView,
});

export const readVersion = endpoint({
  name: 'readVersion',
  method: 'get',
  path: '/api/questionnaires/versions/{hash}',
  summary: 'A published version with its codebook and indicator definitions',
  gate: { kind: 'anywhere', permission: 'questionnaires.read' },
  params: z.strictObject({ hash: contentHash }),
  response: z.strictObject({
    version: versionView,
    kind: z.enum(['questionnaire', 'visitForm']),
    definition,
    codebook: z.unknown(),
    indicators: z.array(
      z.strictObject({
        indicator: z.enum(indicators),
        item: z.string(),
        formulaId: z.string(),
        definition: z.unknown(),
      }),
    ),
  }),
});

/** One line of what an XLSForm says that this product does not, or the other way round. */
const xlsformNote = z.strictObject({
  sheet: z.enum(['survey', 'choices', 'settings']),
  /** As the spreadsheet numbers it. */
  row: z.number().int().min(1),
  message: sentence,
});
export type XlsformNote = z.infer<typeof xlsformNote>;

export const readXlsform = endpoint({
  name: 'readXlsform',
  method: 'post',
  path: '/api/questionnaires/xlsform',
  summary: 'What an XLSForm (.xlsx) would be as a draft, and what of it has no equivalent; nothing is kept',
  gate: { kind: 'anywhere', permission: 'questionnaires.author' },
  body: 'file',
  response: z.strictObject({ definition, notes: z.array(xlsformNote) }),
});

export const exportXlsform = endpoint({
  name: 'exportXlsform',
  method: 'get',
  path: '/api/questionnaires/versions/{hash}/xlsform',
  summary: 'A published version as XLSForm, with a sheet of what that cannot say',
  gate: { kind: 'anywhere', permission: 'questionnaires.read' },
  params: z.strictObject({ hash: contentHash }),
  response: 'file',
});

export const printVersion = endpoint({
  name: 'printVersion',
  method: 'get',
  path: '/api/questionnaires/versions/{hash}/paper',
  summary: 'A published version on paper, to tick and to write on',
  gate: { kind: 'anywhere', permission: 'questionnaires.read' },
  params: z.strictObject({ hash: contentHash }),
  query: z.strictObject({ language: z.enum(['zh-CN', 'en']).default('zh-CN') }),
  response: 'file',
});

export const retireVersion = endpoint({
  name: 'retireVersion',
  method: 'put',
  path: '/api/questionnaires/versions/{hash}/retired',
  summary: 'Keep a version out of new rounds, or take it back into use; rounds that have it keep it',
  gate: { kind: 'anywhere', permission: 'questionnaires.publish' },
  params: z.strictObject({ hash: contentHash }),
  body: z.strictObject({ retired: z.boolean() }),
  response: versionView,
});

export const listBuiltInForms = endpoint({
  name: 'listBuiltInForms',
  method: 'get',
  path: '/api/questionnaires/built-in',
  summary: 'Forms that come with the product, to start from',
  gate: { kind: 'anywhere', permission: 'questionnaires.author' },
  response: z.array(
    z.strictObject({
      key: z.string(),
      kind: z.enum(['questionnaire', 'visitForm']),
      title: localised,
      definition,
    }),
  ),
});
