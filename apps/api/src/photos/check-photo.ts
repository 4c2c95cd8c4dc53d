/** Whether bytes are the photo they were announced as: a picture that opens, and tells nothing of where it was taken. */
import { createHash } from 'node:crypto';
import sharp, { type Metadata } from 'sharp';
import type { PhotoType } from '@huhudao/domain';
import { Problem } from '@huhudao/protocol';
import { namesPlace } from './exif.ts';
import type { Announced } from './photos.queries.ts';

/** How the files of a type begin. The library knows many more kinds, and is to read none of them. */
const beginnings: Record<PhotoType, RegExp> = {
  'image/jpeg': /^\xff\xd8\xff/,
  'image/png': /^\x89PNG\r\n\x1a\n/,
  'image/webp': /^RIFF[^]{4}WEBP/,
};

/** The tablet makes them smaller by far; a small file must not unfold into a huge picture. */
const pixelLimit = 50_000_000;

/** @throws Problem photoDigestWrong, photoUnreadable, photoHasLocation */
export async function checkPhoto(bytes: Uint8Array, { digest, size, type }: Announced): Promise<void> {
  const found = createHash('sha256').update(bytes).digest('hex');
  if (bytes.length !== size || found !== digest) throw new Problem('photoDigestWrong');
  if (!beginnings[type].test(Buffer.from(bytes.subarray(0, 16)).toString('latin1')))
    throw new Problem('photoUnreadable');
  const { xmp, iptc, comments = [], exif } = await readPicture(bytes);
  // What canvases write holds none of these; a camera's file may tell the place in any of them.
  if (xmp !== undefined || iptc !== undefined || comments.length > 0) throw new Problem('photoHasLocation');
  if (exif !== undefined && namesPlace(exif)) throw new Problem('photoHasLocation');
}

/** Reads the picture to its end: a file that is cut off begins like a whole one. */
async function readPicture(bytes: Uint8Array): Promise<Metadata> {
  try {
    const picture = sharp(bytes, { limitInputPixels: pixelLimit, sequentialRead: true });
    const metadata = await picture.metadata();
    await picture.resize(16, 16, { fit: 'fill' }).raw().toBuffer();
    return metadata;
  } catch {
    throw new Problem('photoUnreadable');
  }
}
