/**
 * Some browsers write a few numbers of Exif (orientation, colour space) into every picture of a canvas, so that Exif as
 * such is no fault. Its layout is TIFF's (CIPA DC-008, 4.5): a directory of tags, of which one points to where it was
 * taken.
 */

const header = 'Exif\0\0';
const littleEndian = 'II*\0';
const bigEndian = 'MM\0*';
const gpsTag = 0x8825;
const entryBytes = 12;

/** True where the Exif block says where the picture was taken, or cannot be read: then nobody knows what it says. */
export function namesPlace(exif: Buffer): boolean {
  const block = exif.toString('latin1', 0, header.length) === header ? exif.subarray(header.length) : exif;
  const order = block.toString('latin1', 0, littleEndian.length);
  if (order !== littleEndian && order !== bigEndian) return true;
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  try {
    return tagsOf(view, order === littleEndian).includes(gpsTag);
  } catch {
    return true;
  }
}

/** The tags of the first directory. @throws RangeError where the block ends before it does. */
function tagsOf(view: DataView, little: boolean): number[] {
  const start = view.getUint32(4, little);
  const count = view.getUint16(start, little);
  return Array.from({ length: count }, (_, index) => view.getUint16(start + 2 + index * entryBytes, little));
}
