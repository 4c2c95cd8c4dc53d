/**
 * Looks for words in a browser's profile as it lies on the disk, like a thief with the disk in another machine. Every
 * file is searched as it is, in UTF-8 and UTF-16LE; of LevelDB's files also what is inside: logs put together over
 * their blocks, tables block by block decompressed, and in both the values that Chromium itself has compressed; and
 * whatever gzip or deflate holds. Not looked into: Brotli, SQLite pages whose text is cut in two, and free pages of the disk.
 */
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { readLog, readTable } from './leveldb.ts';
import { unsnap } from './snappy.ts';

export type Found = { word: string; file: string; how: 'file' | 'log' | 'table' | 'value' | 'gzip' };

/** Chromium's mark of a compressed value: the serializer's version, and the tag of its wrapping. */
const compressedValue = Buffer.from([0xff, 0x11, 0x02]);
const gzipped = Buffer.from([0x1f, 0x8b, 0x08]);

/** What is looked for: a text, or bytes that are found by a name. */
export type Word = string | { name: string; bytes: Uint8Array };

/** Every word that is found, with the file and how it lies in it. */
export function searchProfile(folder: string, words: readonly Word[]): Found[] {
  const found = new Map<string, Found>();
  for (const file of filesOf(folder)) {
    const bytes = fs.readFileSync(file);
    const look = (how: Found['how'], inside: Uint8Array) => {
      for (const word of wordsIn(inside, words)) {
        const name = path.relative(folder, file);
        found.set(`${word} ${how} ${name}`, { word, file: name, how });
      }
    };
    look('file', bytes);
    for (const { how, inside } of layersOf(file, bytes)) look(how, inside);
  }
  return [...found.values()];
}

function filesOf(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

type Layer = { how: Found['how']; inside: Uint8Array };

function layersOf(file: string, bytes: Buffer): Layer[] {
  const isTable = /\.(ldb|sst)$/.test(file);
  const isLog = file.endsWith('.log') || path.basename(file).startsWith('MANIFEST');
  const opened: Layer[] = [
    ...(isTable ? readTable(bytes).map((inside): Layer => ({ how: 'table', inside })) : []),
    ...(isLog ? [{ how: 'log', inside: readLog(bytes) } as const] : []),
  ];
  const values = [bytes, ...opened.map(({ inside }) => inside)].flatMap((inside) =>
    from(Buffer.from(inside), compressedValue).map((part): Layer => ({
      how: 'value',
      inside: unsnap(part.subarray(compressedValue.length)),
    })),
  );
  const zipped = from(bytes, gzipped).map((part): Layer => ({ how: 'gzip', inside: unzip(part) }));
  return [...opened, ...values, ...zipped];
}

/** What begins with this mark, to the end. */
function from(bytes: Buffer, mark: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 1))
    parts.push(bytes.subarray(at));
  return parts;
}

function unzip(bytes: Buffer): Uint8Array {
  try {
    return zlib.gunzipSync(bytes, { finishFlush: zlib.constants.Z_SYNC_FLUSH });
  } catch {
    return new Uint8Array();
  }
}

function wordsIn(bytes: Uint8Array, words: readonly Word[]): string[] {
  const inside = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return words.flatMap((word) => {
    if (typeof word !== 'string') return inside.includes(word.bytes) ? [word.name] : [];
    return inside.includes(word, 0, 'utf8') || inside.includes(word, 0, 'utf16le') ? [word] : [];
  });
}
