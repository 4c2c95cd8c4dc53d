import { Problem } from '@huhudao/protocol';
import { titleOf, type DefinitionKind } from '@huhudao/questionnaire';
import { platformCommand } from '../http/transaction.ts';
import { publishVersion } from './publish.ts';
import * as queries from './questionnaires.queries.ts';

/** A draft may be anything while it is being written; its title is shown in lists. */
function titleOfDraft(
  definition: Record<string, unknown>,
  fallback: string,
): { default: string; en?: string } {
  try {
    const title = titleOf(definition as never);
    return title.default === '' ? { default: fallback } : title;
  } catch {
    return { default: fallback };
  }
}

export type NewQuestionnaire = {
  id: string;
  kind: DefinitionKind;
  title: string;
  definition: Record<string, unknown>;
};

export const createQuestionnaire = platformCommand({
  action: 'questionnaire.created',
  subject: (input: NewQuestionnaire) => ({ questionnaireId: input.id, kind: input.kind }),
  run: async (tx, { id, kind, title, definition }) => {
    const named = { ...definition, title: { ...titleOfDraft(definition, title), default: title } };
    const row = {
      id,
      kind,
      title: { default: title },
      definition: named,
      authorId: tx.actor.personId,
      at: tx.at,
    };
    await queries.insertQuestionnaire(tx.sql, row);
  },
});

export type SavedDraft = { id: string; definition: Record<string, unknown>; basedOn: string | null };

export const saveDraft = platformCommand({
  action: 'questionnaire.draftSaved',
  subject: (input: SavedDraft) => ({ questionnaireId: input.id }),
  run: async (tx, { id, definition, basedOn }): Promise<string> => {
    const [draft] = await queries.findDraft(tx.sql, id);
    if (draft === undefined) throw new Problem('notFound');
    const title = titleOfDraft(definition, '未命名问卷');
    const updated = await queries.updateDraft(tx.sql, {
      id,
      title,
      definition,
      authorId: tx.actor.personId,
      at: tx.at,
      basedOn,
    });
    if (updated.count === 0) throw new Problem('draftChanged');
    return tx.at;
  },
});

const subjectOfVersion = (hash: string) => ({ hash });

/** Where it is so already, nothing is wrong: two people may think of it at once. */
export const retireVersion = platformCommand({
  action: 'questionnaire.versionRetired',
  subject: subjectOfVersion,
  run: async (tx, hash: string) => void (await queries.setRetired(tx.sql, hash, tx.at)),
});

export const reinstateVersion = platformCommand({
  action: 'questionnaire.versionReinstated',
  subject: subjectOfVersion,
  run: async (tx, hash: string) => void (await queries.setRetired(tx.sql, hash, null)),
});

/** @throws Problem publisherIsAuthor, draftChanged, definitionInvalid, versionUnchanged */
export const publishQuestionnaire = platformCommand({
  action: 'questionnaire.published',
  subject: (input: { id: string; savedAt: string }, hash: string) => ({ questionnaireId: input.id, hash }),
  run: async (tx, { id, savedAt }): Promise<string> => {
    const [draft] = await queries.findDraft(tx.sql, id);
    if (draft === undefined || draft.definition === null) throw new Problem('notFound');
    if (draft.savedAt !== new Date(savedAt).toISOString()) throw new Problem('draftChanged');
    const { personId } = tx.actor;
    if (personId === null || draft.authorIds.includes(personId)) throw new Problem('publisherIsAuthor');
    const [latest] = await queries.findLatestCompiled(tx.sql, id);
    const { kind, definition, authorId } = draft;
    const publication = {
      questionnaireId: id,
      kind,
      definition,
      previous: latest?.compiled,
      authorId,
      publisherId: personId,
    };
    const { hash, isNew } = await publishVersion(tx, publication);
    if (!isNew) throw new Problem('versionUnchanged');
    await queries.clearDraft(tx.sql, id);
    return hash;
  },
});
