/** Reads a text table: the delimiter is found out, the dialect is lenient, the size is bounded beforehand. */
import { CsvError, parse } from 'csv-parse/sync';
import { UnreadableFile } from './file-failure.ts';
import { refuseBeyondLimits } from './part-meters.ts';
import type { Cell } from './spreadsheet.ts';

const delimiters = [',', '\t', ';'] as const;
type Delimiter = (typeof delimiters)[number];

/** No roster line is longer; a longer one is a bomb or not a table. Characters. */
const longestLine = 100_000;

/** Every record is a row, blank ones too, so that row numbers are the ones people see. Throws `UnreadableFile`. */
export function parseCsv(text: string): Cell[][] {
  const lines = firstLines(text, 50);
  const delimiter = sniffDelimiter(lines);
  refuseWideLines(text, delimiter);
  let rows = 0;
  try {
    const records: string[][] = parse(text, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      on_record: (record: string[]) => {
        rows += 1;
        refuseBeyondLimits({ rows, columns: record.length });
        return record;
      },
    });
    return records.map((record) => record.map((field) => (field === '' ? null : field)));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : rows + 1;
    throw new UnreadableFile({ code: 'csvBroken', details: { line } }, error);
  }
}

/** The delimiter found in most lines, and most often; a comma when there is none. */
function sniffDelimiter(lines: readonly string[]): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const counts = lines
      .map((line) => countOf(delimiter, line.replace(/"[^"]*"/g, '')))
      .sort((a, b) => a - b);
    // The median, so that a sentence full of commas in a title row does not decide.
    const score = counts[Math.floor(counts.length / 2)] ?? 0;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** A line of a million separators costs the parser gigabytes; it is refused by a look at the text. */
function refuseWideLines(text: string, delimiter: Delimiter): void {
  let start = 0;
  for (let line = 1; start < text.length; line += 1) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (end - start > longestLine) {
      const columns = countOf(delimiter, text.slice(start, end)) + 1;
      refuseBeyondLimits({ rows: 1, columns });
      throw new UnreadableFile({ code: 'csvBroken', details: { line } });
    }
    start = end + 1;
  }
}

function firstLines(text: string, count: number): string[] {
  return text
    .slice(0, longestLine)
    .split(/\r?\n/, count)
    .filter((line) => line.trim() !== '');
}

function countOf(delimiter: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(delimiter); at !== -1; at = text.indexOf(delimiter, at + 1)) count += 1;
  return count;
}
