import { sha256Hex } from '@huhudao/outbox';
import type { PhotoEntry } from '../ledger.ts';
import type { OnTablet } from './on-tablet.ts';
import type { Evidence } from './oracle.ts';
import * as queries from './oracle.queries.ts';

/**
 * Every photo that was called saved is at the office whole, once its issue was frozen, and on its tablet before and after
 * that; nothing that was taken out again has left.
 */
export async function comparePhotos({ sql, streetId, ledger, tablets }: Evidence): Promise<string[]> {
  const office = new Map((await queries.listPhotos(sql, streetId)).map((row) => [row.digest, row]));
  const found = [...office.values()].flatMap((row) =>
    row.confirmed && row.found !== row.digest ? ['altered: a photo at the office is not what was sent'] : [],
  );
  const known = new Map([...ledger.photos.values()].map((entry) => [entry.digest, entry]));
  for (const digest of office.keys())
    if (!known.has(digest)) found.push('invented: the office has a photo nobody took');
  for (const [id, entry] of ledger.photos) {
    const tablet = tablets.find(({ name }) => name === entry.tablet);
    const arrived = office.get(entry.digest)?.confirmed === true;
    found.push(...(await comparePhoto(id, entry, tablet, arrived)));
    if (entry.word === 'takenBack' && office.has(entry.digest))
      found.push('undone: a photo that was thrown away has left its tablet');
  }
  for (const [id, { tablet, word }] of ledger.issues) {
    const there = tablets.find(({ name }) => name === tablet);
    const written = there?.records.has(id) === true || there?.concerns.some((one) => one.id === id) === true;
    if (word === 'saved' && !written) found.push('lost: an issue that was called saved is not on its tablet');
  }
  return found;
}

async function comparePhoto(
  id: string,
  { recordId, digest, word }: PhotoEntry,
  tablet: OnTablet | undefined,
  arrived: boolean,
): Promise<string[]> {
  if (word !== 'saved') return [];
  const photo = tablet?.photos.get(id);
  const frozen = tablet?.records.has(recordId) === true;
  if (photo === undefined)
    return [
      `lost: a photo that was called saved is not on its tablet${arrived ? '' : ', nor at the office'}`,
    ];
  const found: string[] = [];
  if ((await sha256Hex(photo.bytes)) !== digest)
    found.push('altered: a photo on its tablet is not what was taken');
  if (!frozen) return photo.state === 'draft' ? found : [...found, 'undone: a photo left before its issue'];
  if (photo.state === 'confirmed' && !arrived)
    found.push('lost: a photo that was confirmed is not at the office');
  if (photo.state === 'refused') found.push(`discarded: a photo is refused (${photo.lastError?.code})`);
  if (['draft', 'waiting', 'uploading'].includes(photo.state))
    found.push(`unsent: a photo stays ${photo.state} on a tablet`);
  return found;
}
