/**
 * What every implementation of the storage port must do. A test file of the implementation calls this with a way to
 * make an empty store and to open it again, as after a restart of the app, and what it writes with the records.
 */
import { describe } from 'vitest';
import { describeAnonymous } from './contract/anonymous.ts';
import { describeFreezing } from './contract/freezing.ts';
import { contractKit, type OpenStore } from './contract/kit.ts';
import { describeRecords } from './contract/records.ts';
import { describeReference } from './contract/reference.ts';
import { describePhotos } from './contract/photos.ts';
import { describeReplies } from './contract/replies.ts';

export function describeStorage<Local>(
  name: string,
  make: () => Promise<OpenStore<Local>>,
  local: Local,
): void {
  const kit = contractKit(make, local);
  describe(`${name}: freezing`, () => describeFreezing(kit));
  describe(`${name}: records`, () => describeRecords(kit));
  describe(`${name}: anonymous responses`, () => describeAnonymous(kit));
  describe(`${name}: photos`, () => describePhotos(kit));
  describe(`${name}: replies`, () => describeReplies(kit));
  describe(`${name}: reference data`, () => describeReference(kit));
}
