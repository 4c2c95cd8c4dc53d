/** What is inside LevelDB's files (https://github.com/google/leveldb, doc/table_format.md and doc/log_format.md). */
import { unsnap, varint } from './snappy.ts';

const blockSize = 32 * 1024;
const headerSize = 7;
const footerSize = 48;

/** The records of a write-ahead log, put together again where a block's end cuts them: one run of bytes. */
export function readLog(file: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (let block = 0; block < file.length; block += blockSize) {
    const end = Math.min(block + blockSize, file.length);
    for (let at = block; at + headerSize <= end;) {
      const length = (file[at + 4] ?? 0) + (file[at + 5] ?? 0) * 256;
      const from = at + headerSize;
      pieces.push(file.subarray(from, Math.min(from + length, end)));
      at = from + length;
    }
  }
  return Buffer.concat(pieces);
}

/** The data blocks of a table, decompressed and with the shared beginnings of their keys left out. */
export function readTable(file: Uint8Array): Uint8Array[] {
  const footer = file.subarray(Math.max(0, file.length - footerSize));
  const metaindex = handle(footer, 0);
  const index = metaindex === undefined ? undefined : handle(footer, metaindex.next);
  if (index === undefined) return [];
  return entriesOf(blockAt(file, index)).flatMap((entry) => {
    const place = handle(entry, 0);
    return place === undefined ? [] : [blockAt(file, place)];
  });
}

type Handle = { offset: number; size: number; next: number };

function handle(bytes: Uint8Array, at: number): Handle | undefined {
  const offset = varint(bytes, at);
  const size = offset === undefined ? undefined : varint(bytes, offset.next);
  if (offset === undefined || size === undefined) return undefined;
  return { offset: offset.value, size: size.value, next: size.next };
}

function blockAt(file: Uint8Array, { offset, size }: Handle): Uint8Array {
  const bytes = file.subarray(offset, offset + size);
  return file[offset + size] === 1 ? unsnap(bytes) : bytes;
}

/** The values of a block: where other blocks are, in the index. */
function entriesOf(block: Uint8Array): Uint8Array[] {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  if (block.length < 4) return [];
  const end = block.length - 4 - 4 * view.getUint32(block.length - 4, true);
  const values: Uint8Array[] = [];
  for (let at = 0; at < end;) {
    const shared = varint(block, at);
    const own = shared === undefined ? undefined : varint(block, shared.next);
    const value = own === undefined ? undefined : varint(block, own.next);
    if (own === undefined || value === undefined) break;
    const from = value.next + own.value;
    values.push(block.subarray(from, from + value.value));
    at = from + value.value;
  }
  return values;
}
