import { Problem, type FileBody, type Locale } from '@huhudao/protocol';
import type { Deps } from '../http/deps.ts';
import type { ImportName } from './import-jobs.ts';
import { findRejected } from './imports.queries.ts';
import { listRejections } from './problems.queries.ts';
import { rejectedWords } from './rejected-words.ts';
import { writeRejected } from './roster/write-rejected.ts';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The rows of an import that were not taken, as a workbook. @throws Problem notFound where none are kept */
export async function rejectedFile(
  deps: Deps,
  { streetId, importId }: ImportName,
  locale: Locale,
): Promise<FileBody> {
  const [one] = await findRejected(deps.sql, streetId, importId);
  if (one === undefined || one.rejected === null) throw new Problem('notFound');
  const { columns, rows } = one.rejected;
  const problems = await listRejections(deps.sql, streetId, importId);
  const words = rejectedWords(locale);
  const bytes = await writeRejected({ table: { columns }, returned: rows, problems }, words);
  const fileName = one.fileName.replace(/\.[^.]*$/, '');
  return { name: `${words.sheetName}-${fileName}.xlsx`, type, bytes: new Uint8Array(bytes) };
}
