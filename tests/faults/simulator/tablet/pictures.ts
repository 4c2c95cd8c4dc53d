/** Photos of a few hundred bytes to a few thousand, all different, that the real server opens and takes. */
import { crc32, deflateSync } from 'node:zlib';

/**
 * A grey square as PNG, made as large as it is to be by a chunk that no reader knows (private, may be skipped): noise, so
 * that no two are the same. `byte`: the next of the noise, 0 to 255.
 */
export function pictureOf(byte: () => number, size: number): Uint8Array<ArrayBuffer> {
  const noise = Buffer.from(Array.from({ length: size }, byte));
  return new Uint8Array(Buffer.concat([signature, header, content, chunk('nsHd', noise), chunk('IEND')]));
}

/** W3C PNG, 5.3: length, type, data, and the check sum of the last two. */
function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

const side = 8;
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Eight bits of grey a pixel. */
const header = chunk('IHDR', Buffer.from([0, 0, 0, side, 0, 0, 0, side, 8, 0, 0, 0, 0]));
/** Each line begins with its filter: none. */
const content = chunk('IDAT', deflateSync(Buffer.alloc((side + 1) * side)));
