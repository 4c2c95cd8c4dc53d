import type { Transaction } from '@huhudao/db';
import { Problem } from '@huhudao/protocol';
import { findVersionState } from './rounds.queries.ts';

/**
 * What a round that has not begun is to ask: published, and not retired since.
 * @throws Problem versionUnknown, versionRetired
 */
export async function checkVersions(
  sql: Transaction,
  round: { visitFormHash: string; questionnaireHash: string | null },
): Promise<void> {
  await checkVersion(sql, round.visitFormHash, 'visitForm');
  if (round.questionnaireHash !== null) await checkVersion(sql, round.questionnaireHash, 'questionnaire');
}

async function checkVersion(sql: Transaction, hash: string, kind: string): Promise<void> {
  const [version] = await findVersionState(sql, hash);
  if (version === undefined || version.kind !== kind) throw new Problem('versionUnknown');
  if (version.retired) throw new Problem('versionRetired');
}
