import fs from 'node:fs';
import path from 'node:path';

const file = path.join(import.meta.dirname, '..', '..', '..', 'docs', 'benchmarks.md');

/** Replaces what stands between a section's two markers in docs/benchmarks.md. */
export function writeSection(name: string, lines: readonly string[]): void {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const text = fs.readFileSync(file, 'utf8');
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md has no section ${name}`);
  const section = [begin, '', ...lines, '', ''].join('\n');
  fs.writeFileSync(file, text.slice(0, from) + section + text.slice(to));
}
