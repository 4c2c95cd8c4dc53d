import * as protocol from '@huhudao/protocol';
import { newId, Problem, type QuestionnaireView } from '@huhudao/protocol';
import { findingMessage, titleOf, type CompiledVersion, type DefinitionKind } from '@huhudao/questionnaire';
import { composePaperForm } from '../documents/paper-form/paper-form.ts';
import type { Deps } from '../http/deps.ts';
import { route } from '../http/route.ts';
import { onPlatform } from '../http/transaction.ts';
import { builtInForms } from './built-in.ts';
import * as commands from './questionnaires.commands.ts';
import * as queries from './questionnaires.queries.ts';
import { readXlsformFile, writeXlsformFile } from './xlsform-file.ts';

async function readAll(deps: Deps): Promise<QuestionnaireView[]> {
  const [rows, versions] = await Promise.all([
    queries.listQuestionnaires(deps.sql),
    queries.listVersions(deps.sql),
  ]);
  const byQuestionnaire = Map.groupBy(versions, (version) => version.questionnaireId);
  return rows.map((row) => ({ ...row, versions: (byQuestionnaire.get(row.id) ?? []).map(presentVersion) }));
}

async function readOne(deps: Deps, id: string): Promise<QuestionnaireView> {
  const found = (await readAll(deps)).find((one) => one.id === id);
  if (found === undefined) throw new Problem('notFound');
  return found;
}

function presentVersion({
  questionnaireId: _id,
  ...version
}: queries.VersionRow): QuestionnaireView['versions'][number] {
  return version;
}

async function readVersionView(deps: Deps, hash: string) {
  const [version] = await queries.findVersion(deps.sql, hash);
  if (version === undefined) throw new Problem('notFound');
  const { kind: _kind, definition: _definition, codebook: _codebook, ...row } = version;
  return presentVersion(row);
}

async function findingsOf(definition: unknown, kind: DefinitionKind, previous: CompiledVersion | undefined) {
  if (definition === null) return [];
  const { check } = await import('@huhudao/questionnaire/survey');
  return check(definition, { kind, ...(previous === undefined ? {} : { previous }) }).map((finding) => ({
    path: finding.path,
    code: finding.code,
    severity: finding.severity,
    message: findingMessage(finding),
  }));
}

async function readDraftWithFindings(deps: Deps, id: string) {
  const [draft] = await queries.findDraft(deps.sql, id);
  if (draft === undefined) throw new Problem('notFound');
  const [latest] = await queries.findLatestCompiled(deps.sql, id);
  const { definition, savedAt, kind } = draft;
  return { definition, savedAt, findings: await findingsOf(definition, kind, latest?.compiled) };
}

export const questionnaireRoutes = [
  route(protocol.listQuestionnaires, async ({ deps }) => readAll(deps)),

  route(protocol.listBuiltInForms, async () =>
    builtInForms.map(({ key, kind, definition }) => ({
      key,
      kind,
      title: titleOf(definition),
      definition: { ...definition },
    })),
  ),

  route(protocol.createQuestionnaire, async ({ deps, actor, body }) => {
    const id = newId();
    await onPlatform(deps, actor, commands.createQuestionnaire, { id, ...body });
    return readOne(deps, id);
  }),

  route(protocol.readDraft, async ({ deps, params }) => readDraftWithFindings(deps, params.questionnaireId)),

  route(protocol.saveDraft, async ({ deps, actor, params, body }) => {
    const savedAt = await onPlatform(deps, actor, commands.saveDraft, {
      id: params.questionnaireId,
      ...body,
    });
    const { findings } = await readDraftWithFindings(deps, params.questionnaireId);
    return { savedAt, findings };
  }),

  route(protocol.publishQuestionnaire, async ({ deps, actor, params, body }) => {
    const hash = await onPlatform(deps, actor, commands.publishQuestionnaire, {
      id: params.questionnaireId,
      ...body,
    });
    return readVersionView(deps, hash);
  }),

  route(protocol.retireVersion, async ({ deps, actor, params: { hash }, body }) => {
    // The audit tells of versions there are.
    await readVersionView(deps, hash);
    const command = body.retired ? commands.retireVersion : commands.reinstateVersion;
    await onPlatform(deps, actor, command, hash);
    return readVersionView(deps, hash);
  }),

  route(protocol.printVersion, async ({ deps, params: { hash }, query: { language } }) => {
    const [version] = await queries.findVersion(deps.sql, hash);
    if (version === undefined) throw new Problem('notFound');
    const { number, definition } = version;
    return composePaperForm({ language, number, hash, definition });
  }),

  route(protocol.readXlsform, async ({ body }) => readXlsformFile(body)),

  route(protocol.exportXlsform, async ({ deps, params: { hash } }) => {
    const [version] = await queries.findVersion(deps.sql, hash);
    if (version === undefined) throw new Problem('notFound');
    return writeXlsformFile(version);
  }),

  route(protocol.readVersion, async ({ deps, params }) => {
    const [version] = await queries.findVersion(deps.sql, params.hash);
    if (version === undefined) throw new Problem('notFound');
    const { kind, definition, codebook, ...row } = version;
    return {
      version: presentVersion(row),
      kind,
      definition,
      codebook,
      indicators: await queries.listIndicators(deps.sql, params.hash),
    };
  }),
];
