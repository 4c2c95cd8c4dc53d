import { emptyDisk, memoryStorage } from './memory-storage.ts';
import { describeStorage } from './storage-contract.ts';

describeStorage(
  'memory',
  async () => {
    const disk = emptyDisk<string>();
    return { store: memoryStorage(disk), reopen: async () => memoryStorage(disk) };
  },
  'a visit as the tablet shows it',
);
