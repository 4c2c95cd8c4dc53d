/** How long a street's roster takes from upload to register: over HTTP, read in the background, previewed and applied. */
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  applyImport,
  call,
  readImport,
  uploadRoster,
  type ImportView,
  type Transport,
} from '@huhudao/protocol';
import { hashPassword } from '../../../apps/api/src/http/passwords.ts';
import { median } from '../figures/median.ts';
import { table, targetTable, whole } from '../figures/table.ts';
import { signInToOffice } from '../world/sign-in.ts';
import { makeWorld, password } from '../world/world.ts';
import { insertOffices } from '../world/world.queries.ts';

const roster = path.join(import.meta.dirname, '..', '..', 'fixtures', 'rosters', 'street.csv');

type Run = { rows: number; added: number; preview: number; apply: number };

/** Each run into a street that has no households of this roster yet. */
export async function measureImport(quick: boolean): Promise<string[]> {
  await using world = await makeWorld(1);
  const streets = await insertOffices(world.sql, await hashPassword(password));
  const runs: Run[] = [];
  for (const [index, street] of streets.slice(0, quick ? 1 : 5).entries()) {
    const { origin } = world.product;
    const cookie = await signInToOffice(origin, `office-${index + 1}`);
    runs.push(await takeOver({ origin, fetch, headers: () => ({ Cookie: cookie }) }, street.id));
  }
  const [first] = runs;
  if (first === undefined) throw new Error('nothing was imported');
  const seconds = median(runs.map(({ preview, apply }) => preview + apply));
  const what = `${whole(first.added)} households from upload to register, seconds`;
  return [
    ...targetTable([{ what, value: seconds, digits: 1, wanted: '≤', bound: 10 }]),
    '',
    ...table(['', 'rows', 'households', 'preview s', 'apply s', 'together s'], runs.map(row)),
  ];
}

const row = ({ rows, added, preview, apply }: Run, index: number): string[] => [
  `street ${index + 1}`,
  whole(rows),
  whole(added),
  preview.toFixed(1),
  apply.toFixed(1),
  (preview + apply).toFixed(1),
];

async function takeOver(transport: Transport, areaId: string): Promise<Run> {
  const body = { name: 'street.csv', type: 'text/csv', bytes: new Uint8Array(fs.readFileSync(roster)) };
  const begun = performance.now();
  const { id: importId } = await call(transport, uploadRoster, { params: { areaId }, body });
  const params = { areaId, importId };
  const { preview } = await untilState(transport, params, 'preview');
  const previewed = performance.now();
  await call(transport, applyImport, { params });
  await untilState(transport, params, 'applied');
  const applied = performance.now();
  if (preview === null) throw new Error('the roster has no preview');
  return {
    rows: preview.rows,
    added: preview.changes.added,
    preview: (previewed - begun) / 1000,
    apply: (applied - previewed) / 1000,
  };
}

type Place = { areaId: string; importId: string };

async function untilState(
  transport: Transport,
  params: Place,
  state: ImportView['state'],
): Promise<ImportView> {
  for (;;) {
    const view = await call(transport, readImport, { params });
    if (view.state === state) return view;
    if (view.state === 'failed') throw new Error(`the roster was refused: ${JSON.stringify(view.problem)}`);
    await sleep(20);
  }
}
