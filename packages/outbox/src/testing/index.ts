/** For tests of whoever implements the storage port; needs vitest. */
export { emptyDisk, memoryStorage, type Disk } from './memory-storage.ts';
export { seeded } from './seeded.ts';
export { describeStorage } from './storage-contract.ts';
