import type { SessionView } from '@huhudao/protocol';
import { expect, test } from 'vitest';
import { entryOf, menuOf } from './menu.ts';

const areaId = '0199a000-0000-7000-8000-000000000001';
const session: Pick<SessionView, 'grants'> = {
  grants: [{ role: 'districtOffice', areaId, areaName: '临江区', areaKind: 'district', streetId: null }],
};

test.each([
  ['/', 'overview'],
  ['/rounds/new', 'rounds'],
  ['/programmes', 'rounds'],
  ['/programmes-elsewhere', undefined],
])('the menu shows for %s where one is: %s', (path, key) => {
  expect(entryOf(menuOf(session), path)?.key).toBe(key);
});
