/** Photos for tests, and the way a tablet sends them. */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { beginPhoto, photoPartLimit, sendPhotoPart, type PhotoReference } from '@huhudao/protocol';
import type { TestTablet } from './test-api.ts';

export type TestPhoto = PhotoReference & { bytes: Uint8Array<ArrayBuffer> };

/** What a photo made of these bytes would be announced as. */
export function photoOf(bytes: Uint8Array, type: PhotoReference['type'] = 'image/jpeg'): TestPhoto {
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { digest, size: bytes.length, type, bytes: new Uint8Array(bytes) };
}

/** A picture of noise: so many pixels that it takes several parts. Another number gives another picture. */
export async function takePhoto(number = 1, width = 900): Promise<TestPhoto> {
  const raw = Buffer.alloc(width * 600 * 3);
  let state = number;
  for (let at = 0; at < raw.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    raw[at] = state >> 16;
  }
  const picture = sharp(raw, { raw: { width, height: 600, channels: 3 } });
  return photoOf(await picture.jpeg({ quality: 70 }).toBuffer());
}

/** As a camera's file: larger than it need be, lying on its side, and with the place it was taken at. */
export async function photoWithPlace(number: number): Promise<Buffer> {
  const { bytes } = await takePhoto(number, 2400);
  const gps = { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1' };
  return sharp(bytes)
    .withExif({ IFD0: { Make: 'planted-camera' }, IFD3: gps })
    .jpeg()
    .toBuffer();
}

export const announce = (tablet: TestTablet, streetId: string, { bytes: _, ...photo }: TestPhoto) =>
  tablet.call(beginPhoto, { body: { streetId, ...photo } });

/** Sends the part from one byte to another. */
export function sendPart(
  tablet: TestTablet,
  streetId: string,
  { digest, bytes }: Pick<TestPhoto, 'digest' | 'bytes'>,
  [from, to]: [number, number],
) {
  const body = { name: 'part', type: 'application/octet-stream', bytes: bytes.slice(from, to) };
  return tablet.call(sendPhotoPart, { params: { digest }, query: { streetId, offset: from }, body });
}

/** Sends all that is missing, in parts of at most so many bytes. */
export async function sendPhoto(
  tablet: TestTablet,
  streetId: string,
  photo: TestPhoto,
  partBytes = photoPartLimit,
) {
  let state = await announce(tablet, streetId, photo);
  while (!state.complete) {
    const end = Math.min(photo.size, state.received + partBytes);
    state = await sendPart(tablet, streetId, photo, [state.received, end]);
  }
  return state;
}
