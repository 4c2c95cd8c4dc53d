import type { Db, Transaction } from '@huhudao/db';
import type { Indicator } from '@huhudao/domain';
import type { CompiledVersion, DefinitionKind } from '@huhudao/questionnaire';

type Title = { default: string; en?: string };
type Json = Record<string, unknown>;

export type VersionRow = {
  hash: string;
  questionnaireId: string;
  number: number;
  title: Title;
  authorName: string | null;
  publisherName: string | null;
  publishedAt: string;
  retired: boolean;
};

export const listVersions = (db: Db) => db<VersionRow[]>`
  select v.hash, v.questionnaire_id, v.number, v.title, a.name as author_name, p.name as publisher_name, v.published_at,
         v.retired_at is not null as retired
  from questionnaire_version v
  left join person a on a.id = v.author_id
  left join person p on p.id = v.publisher_id
  order by v.questionnaire_id, v.number desc`;

export type QuestionnaireRow = {
  id: string;
  kind: DefinitionKind;
  title: Title;
  authorId: string | null;
  authorName: string | null;
  draftSavedAt: string | null;
  hasDraft: boolean;
};

export const listQuestionnaires = (db: Db) => db<QuestionnaireRow[]>`
  select q.id, q.kind, q.title, q.author_id, a.name as author_name, q.draft_saved_at, q.draft is not null as has_draft
  from questionnaire q
  left join person a on a.id = q.author_id
  order by q.created_at desc, q.id`;

export type DraftRow = {
  id: string;
  kind: DefinitionKind;
  definition: Json | null;
  savedAt: string | null;
  authorId: string | null;
  authorIds: string[];
};

export const findDraft = (db: Db, id: string) => db<DraftRow[]>`
  select id, kind, draft as definition, draft_saved_at as saved_at, author_id, draft_author_ids as author_ids
  from questionnaire
  where id = ${id}`;

export const insertQuestionnaire = (
  tx: Transaction,
  row: {
    id: string;
    kind: DefinitionKind;
    title: Title;
    definition: unknown;
    authorId: string | null;
    at: string;
  },
) => tx`
  insert into questionnaire (id, kind, title, draft, draft_saved_at, draft_author_ids, author_id, created_at)
  values (${row.id}, ${row.kind}, ${tx.json(row.title)}, ${tx.json(row.definition as never)}, ${row.at},
          array_remove(array[${row.authorId}::uuid], null), ${row.authorId}, ${row.at})`;

export const updateDraft = (
  tx: Transaction,
  row: {
    id: string;
    title: Title;
    definition: unknown;
    authorId: string | null;
    at: string;
    basedOn: string | null;
  },
) => tx`
  update questionnaire
  set title = ${tx.json(row.title)}, draft = ${tx.json(row.definition as never)}, draft_saved_at = ${row.at},
      author_id = ${row.authorId},
      draft_author_ids = array(select distinct unnest(draft_author_ids || array_remove(array[${row.authorId}::uuid], null)))
  where id = ${row.id} and draft_saved_at is not distinct from ${row.basedOn}::timestamptz`;

export const clearDraft = (tx: Transaction, id: string) => tx`
  update questionnaire set draft = null, draft_saved_at = null, draft_author_ids = '{}' where id = ${id}`;

export type NewVersion = {
  hash: string;
  questionnaireId: string;
  kind: DefinitionKind;
  title: Title;
  definition: unknown;
  compiled: CompiledVersion;
  codebook: unknown;
  authorId: string | null;
  publisherId: string | null;
  at: string;
};

/** Nothing where a version with this content was published before. */
export const insertVersion = (tx: Transaction, row: NewVersion) => tx<{ number: number }[]>`
  insert into questionnaire_version (
    hash, questionnaire_id, number, kind, title, definition, compiled, codebook, author_id, publisher_id, published_at)
  select ${row.hash}, ${row.questionnaireId}::uuid, coalesce(max(number), 0) + 1, ${row.kind}, ${tx.json(row.title)},
         ${tx.json(row.definition as never)}, ${tx.json(row.compiled as never)}, ${tx.json(row.codebook as never)},
         ${row.authorId}::uuid, ${row.publisherId}::uuid, ${row.at}::timestamptz
  from questionnaire_version
  where questionnaire_id = ${row.questionnaireId}
  on conflict (hash) do nothing
  returning number`;

export const insertIndicator = (
  tx: Transaction,
  row: { versionHash: string; indicator: Indicator; formulaId: string; item: string; definition: unknown },
) => tx`
  insert into indicator_definition (version_hash, indicator, formula_id, item, definition)
  values (${row.versionHash}, ${row.indicator}, ${row.formulaId}, ${row.item}, ${tx.json(row.definition as never)})
  on conflict do nothing`;

export const findLatestCompiled = (db: Db, questionnaireId: string) => db<{ compiled: CompiledVersion }[]>`
  select compiled from questionnaire_version where questionnaire_id = ${questionnaireId} order by number desc limit 1`;

export const findVersion = (db: Db, hash: string) => db<
  (VersionRow & { kind: DefinitionKind; definition: Json; codebook: unknown })[]
>`
  select v.hash, v.questionnaire_id, v.number, v.title, a.name as author_name, p.name as publisher_name, v.published_at,
         v.retired_at is not null as retired, v.kind, v.definition, v.codebook
  from questionnaire_version v
  left join person a on a.id = v.author_id
  left join person p on p.id = v.publisher_id
  where v.hash = ${hash}`;

/** Null takes a version back into use. */
export const setRetired = (tx: Transaction, hash: string, at: string | null) => tx`
  update questionnaire_version set retired_at = ${at}::timestamptz
  where hash = ${hash} and (retired_at is null) <> (${at}::timestamptz is null)`;

export const listIndicators = (db: Db, hash: string) => db<
  { indicator: Indicator; item: string; formulaId: string; definition: unknown }[]
>`
  select indicator, item, formula_id, definition from indicator_definition where version_hash = ${hash} order by indicator`;

export const insertBuiltIn = (
  tx: Transaction,
  row: { id: string; kind: DefinitionKind; title: Title; at: string },
) => tx`
  insert into questionnaire (id, kind, title, created_at)
  values (${row.id}, ${row.kind}, ${tx.json(row.title)}, ${row.at})
  on conflict (id) do nothing`;

export const listPublishedHashes = (db: Db, hashes: readonly string[]) => db<{ hash: string }[]>`
  select hash from questionnaire_version where hash in ${db(hashes)}`;
