import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { anonymousTransitions } from './anonymous-record.ts';
import { photoTransitions } from './photo-record.ts';
import { transitions } from './states.ts';

const spec = readFileSync(new URL('../SPEC.md', import.meta.url), 'utf8');

/** The table under a heading: state → event → next state. */
function tableUnder(heading: string): Record<string, Record<string, string | undefined>> {
  const section = spec.slice(spec.indexOf(`## ${heading}`)).split('\n## ')[0] ?? '';
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
  const [[, ...events] = [], , ...states] = rows;
  return Object.fromEntries(
    states.map(([state = '', ...cells]) => [
      state,
      Object.fromEntries(
        events.map((event, index) => [event, cells[index] === '—' ? 'impossible' : cells[index]]),
      ),
    ]),
  );
}

test('the page shows the table of records as it is in the code', () => {
  expect(tableUnder('Records: states × events')).toEqual(transitions);
});

test('the page shows the table of anonymous responses as it is in the code', () => {
  expect(tableUnder('Anonymous responses: states × events')).toEqual(anonymousTransitions);
});

test('the page shows the table of photos as it is in the code', () => {
  expect(tableUnder('Photos: states × events')).toEqual(photoTransitions);
});
