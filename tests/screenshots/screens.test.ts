import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../tools/lib/root.ts';
import { officeScreens } from './office.screens.ts';
import type { Places } from './places.ts';
import { headScreens } from './head.screens.ts';
import { workerScreens } from './tablet.screens.ts';

test('every page of the office is among the screens that are photographed', () => {
  const files = fs.globSync('apps/office/src/features/**/*.routes.ts', { cwd: root });
  const routes = files.flatMap((file) =>
    [...fs.readFileSync(path.join(root, file), 'utf8').matchAll(/path: '([^']+)'/g)].map(
      ([, route]) => route,
    ),
  );
  const shown = new Set(officeScreens.map((screen) => patternOf(screen.path(somewhere))));
  expect(routes.length).toBeGreaterThan(15);
  expect(routes.filter((route) => !shown.has(patternOf(route ?? '')))).toEqual([]);
});

test('every place of the tablet app is among the screens that are photographed', () => {
  const places = fs.readFileSync(path.join(root, 'apps/tablet/src/app/place.ts'), 'utf8');
  const kinds = new Set([...places.matchAll(/kind: '(\w+)' }/g)].map(([, kind]) => kind));
  const names = [...workerScreens, ...headScreens].map(({ name }) => name);
  expect(kinds.size).toBeGreaterThan(6);
  expect([...kinds].filter((kind) => !names.some((name) => name.startsWith(kind ?? '')))).toEqual([]);
});

/** Every id is the same letter, as are the router's own names for them. */
const somewhere: Places = {
  district: '$',
  street: '$',
  community: '$',
  stairwell: '$',
  coverage: '$',
  measurement: '$',
  draftRound: '$',
  version: '$',
  draft: '$',
  import: '$',
  applied: '$',
  newcomer: { login: 'xinren', password: '' },
};

const patternOf = (address: string): string => address.replace(/\?.*/, '').replaceAll(/\$\w+/g, '$');
