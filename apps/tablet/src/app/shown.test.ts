import { expect, test } from 'vitest';
import { Shown } from './shown.ts';

type Doors = { doors: string[] };

/** A disk whose readings end when the test says so, with what was on it when they began. */
function slowDisk() {
  const disk: Doors = { doors: [] };
  const waiting: (() => void)[] = [];
  const read = async (): Promise<Doors> => {
    const { doors } = disk;
    await new Promise<void>((resolve) => waiting.push(resolve));
    return { doors };
  };
  const write = (door: string) => (disk.doors = [...disk.doors, door]);
  /** Ends the reading that is under way. */
  const endReading = async () => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0);
    waiting.shift()?.();
  };
  return { read, write, endReading };
}

const withDoor = (door: string) => (before: Doors) => ({ doors: [...before.doors, door] });

test('what is written while the disk is being read is shown at once and never taken back from the screen', async () => {
  const disk = slowDisk();
  const shown = new Shown<Doors>({ doors: [] }, disk.read);
  const seen: string[] = [];
  shown.subscribe(() => seen.push(shown.now().doors.join(' ')));
  const refreshed = shown.refresh();
  disk.write('601');
  shown.written(withDoor('601'));
  expect(shown.now().doors).toEqual(['601']);
  await disk.endReading();
  await disk.endReading();
  await refreshed;
  expect(seen).toEqual(['601', '601']);
  disk.write('602');
  const again = shown.refresh();
  await disk.endReading();
  await again;
  expect(seen).toEqual(['601', '601', '601 602']);
});

test('calls that come while reading share one further reading, and each reading is shown', async () => {
  const disk = slowDisk();
  const shown = new Shown<Doors>({ doors: [] }, disk.read);
  let pictures = 0;
  shown.subscribe(() => (pictures += 1));
  const calls = [shown.refresh(), shown.refresh(), shown.refresh()];
  disk.write('601');
  await disk.endReading();
  await disk.endReading();
  await Promise.all(calls);
  expect([pictures, shown.now().doors]).toEqual([2, ['601']]);
});

test('a disk that cannot be read is told to who asked, and is read anew when asked again', async () => {
  let broken = true;
  const shown = new Shown<Doors>({ doors: [] }, () =>
    broken ? Promise.reject(new Error('unreadable')) : Promise.resolve({ doors: ['601'] }),
  );
  await expect(shown.refresh()).rejects.toThrow('unreadable');
  broken = false;
  await shown.refresh();
  expect(shown.now().doors).toEqual(['601']);
});
