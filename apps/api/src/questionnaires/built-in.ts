/** The forms that come with the product, published by nobody: every installation can begin at once. */
import {
  contentHash,
  questionnaire,
  shortForm,
  titleOf,
  visitForm,
  type Definition,
  type DefinitionKind,
} from '@huhudao/questionnaire';
import type { Deps } from '../http/deps.ts';
import { onPlatform, platformCommand } from '../http/transaction.ts';
import { publishVersion } from './publish.ts';
import { insertBuiltIn, listPublishedHashes } from './questionnaires.queries.ts';

export type BuiltInForm = { key: string; id: string; kind: DefinitionKind; definition: Definition };

/** Fixed ids: a newer product adds its forms as further versions of the same questionnaires. */
export const builtInForms: readonly BuiltInForm[] = [
  {
    key: 'questionnaire',
    id: '00000000-0000-7000-8000-000000000022',
    kind: 'questionnaire',
    definition: questionnaire,
  },
  {
    key: 'shortForm',
    id: '00000000-0000-7000-8000-000000000008',
    kind: 'questionnaire',
    definition: shortForm,
  },
  { key: 'visitForm', id: '00000000-0000-7000-8000-000000000001', kind: 'visitForm', definition: visitForm },
];

export const publishBuiltIn = platformCommand({
  action: 'questionnaire.builtInPublished',
  subject: (_input: undefined, hashes: string[]) => ({ hashes }),
  run: async (tx): Promise<string[]> => {
    const published: string[] = [];
    for (const { id, kind, definition } of builtInForms) {
      await insertBuiltIn(tx.sql, { id, kind, title: titleOf(definition), at: tx.at });
      const version = {
        questionnaireId: id,
        kind,
        definition,
        previous: undefined,
        authorId: null,
        publisherId: null,
      };
      const { hash, isNew } = await publishVersion(tx, version);
      if (isNew) published.push(hash);
    }
    return published;
  },
});

/** Publishes what this version of the product brings and the installation lacks; nothing at most starts. */
export async function ensureBuiltInForms(deps: Deps): Promise<void> {
  const hashes = builtInForms.map((form) => contentHash(form.definition));
  const published = await listPublishedHashes(deps.sql, hashes);
  if (published.length === hashes.length) return;
  await onPlatform(deps, { personId: null, deviceId: null }, publishBuiltIn, undefined);
}
