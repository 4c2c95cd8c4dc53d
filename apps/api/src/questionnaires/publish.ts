/** Makes an immutable version of a definition. survey-core is loaded only here: it is large, and this is rare. */
import { Problem } from '@huhudao/protocol';
import {
  codebook,
  contentHash,
  indicatorDefinitions,
  titleOf,
  type CompiledVersion,
  type DefinitionKind,
} from '@huhudao/questionnaire';
import type { PlatformTx } from '../http/transaction.ts';
import * as queries from './questionnaires.queries.ts';

export type Publication = {
  questionnaireId: string;
  kind: DefinitionKind;
  definition: unknown;
  previous: CompiledVersion | undefined;
  authorId: string | null;
  publisherId: string | null;
};

/** The hash of the version, new or not. @throws Problem definitionInvalid */
export async function publishVersion(
  tx: PlatformTx,
  publication: Publication,
): Promise<{ hash: string; isNew: boolean }> {
  const { kind, previous, questionnaireId, authorId, publisherId } = publication;
  const survey = await import('@huhudao/questionnaire/survey');
  const checked = survey.checkDefinition(publication.definition, {
    kind,
    ...(previous === undefined ? {} : { previous }),
  });
  if (!checked.ok) {
    throw new Problem('definitionInvalid', {
      count: checked.findings.filter((one) => one.severity === 'error').length,
    });
  }
  const { definition } = checked;
  const hash = contentHash(definition);
  const compiled = survey.compile(definition, kind);
  const title = titleOf(definition);
  const row = {
    hash,
    questionnaireId,
    kind,
    title,
    definition,
    compiled,
    codebook: codebook(definition),
    authorId,
    publisherId,
    at: tx.at,
  };
  const [inserted] = await queries.insertVersion(tx.sql, row);
  if (kind === 'questionnaire') {
    for (const one of indicatorDefinitions(compiled, hash)) {
      const { indicator, formulaId, item } = one;
      await queries.insertIndicator(tx.sql, {
        versionHash: hash,
        indicator,
        formulaId,
        item,
        definition: one,
      });
    }
  }
  return { hash, isNew: inserted !== undefined };
}
