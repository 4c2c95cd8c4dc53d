/**
 * Unpacks a workbook's archive within a budget, and packs the parts that are read into a plain one.
 *
 * The spreadsheet library never sees the uploaded archive: it gets one made here, whose every byte was
 * counted while inflating. So neither a bomb, nor a directory that lies about sizes, nor an archive that
 * two programs read differently can reach it.
 */
import { configure, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import type { FileEntry } from '@zip.js/zip.js';
import { UnreadableFile } from './file-failure.ts';
import { ElementCount, SheetMeter, TextMeter } from './part-meters.ts';
import type { PartMeter, SheetExtent } from './part-meters.ts';
import { readingLimits } from './spreadsheet.ts';
import { StoredArchive } from './stored-archive.ts';

// Worker threads of the library would outlive the request; inflating 50 MB takes a fraction of a second.
configure({ useWebWorkers: false });

/** The parts a table is read from. Pictures, drawings, comments and pivots are never even inflated. */
const partsRead =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/_rels\/workbook[^/]*\.rels|xl\/(workbook|sharedStrings|styles)[^/]*\.xml|xl\/worksheets\/[^/]+\.xml)$/i;
const worksheet = /^xl\/worksheets\//i;

export interface UnpackedWorkbook {
  /** A stored (not compressed) archive of the parts above. */
  bytes: Uint8Array;
  /** How far content reaches, over all sheets. */
  extent: SheetExtent;
}

/** Throws `UnreadableFile`. */
export async function unpackWorkbook(bytes: Uint8Array): Promise<UnpackedWorkbook> {
  const archive = new ZipReader(new Uint8ArrayReader(bytes), { checkOverlappingEntry: true });
  try {
    const entries = await listEntries(archive);
    if (!entries.some((entry) => /^xl\/workbook[^/]*\.xml$/i.test(entry.filename))) {
      throw new UnreadableFile({ code: 'notSpreadsheet', details: {} });
    }
    return await repack(entries.filter((entry) => partsRead.test(entry.filename)));
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile({ code: 'fileDamaged', details: {} }, error);
  } finally {
    await archive.close();
  }
}

/** What the parts claim to unpack to stays within the limit; that they do not unpack to more is seen to later. */
async function listEntries(archive: ZipReader<Uint8Array>): Promise<FileEntry[]> {
  const { archiveEntries, unpackedBytes } = readingLimits;
  const files: FileEntry[] = [];
  let declared = 0;
  let count = 0;
  for await (const entry of archive.getEntriesGenerator()) {
    count += 1;
    if (count > archiveEntries) {
      throw new UnreadableFile({ code: 'tooManyParts', details: { entries: count, limit: archiveEntries } });
    }
    declared += entry.uncompressedSize;
    if (declared > unpackedBytes) {
      const details = { limit: unpackedBytes / 1_000_000 };
      throw new UnreadableFile({ code: 'unpackedTooBig', details });
    }
    if (entry.encrypted) throw new UnreadableFile({ code: 'fileEncrypted', details: {} });
    if (!entry.directory) files.push(entry);
  }
  return files;
}

async function repack(parts: FileEntry[]): Promise<UnpackedWorkbook> {
  const packed = new StoredArchive(
    parts.map(({ filename, uncompressedSize }) => ({ name: filename, size: uncompressedSize })),
  );
  const extent: SheetExtent = { rows: 0, columns: 0 };
  const count = new ElementCount();
  for (const part of parts) {
    const meter = worksheet.test(part.filename) ? new SheetMeter(count) : new TextMeter(count);
    await inflate(part, packed.add(part.filename, part.uncompressedSize), meter);
    if (meter instanceof TextMeter) continue;
    extent.rows = Math.max(extent.rows, meter.extent.rows);
    extent.columns = Math.max(extent.columns, meter.extent.columns);
  }
  return { bytes: packed.close(), extent };
}

/** Fills `content`. Stops as soon as more bytes come than the header declares, or than the meter allows. */
async function inflate(part: FileEntry, content: Uint8Array, meter: PartMeter): Promise<void> {
  let length = 0;
  let refusal: unknown;
  const write = (chunk: Uint8Array) => {
    const left = content.length - length;
    if (chunk.length > left) throw new UnreadableFile({ code: 'fileDamaged', details: {} });
    meter.add(chunk);
    content.set(chunk, length);
    length += chunk.length;
  };
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      try {
        write(chunk);
      } catch (error) {
        // The library wraps what a sink throws into an error of its own.
        refusal = error;
        throw error;
      }
    },
  });
  await part.getData(sink, { checkSignature: true }).catch((error: unknown) => {
    throw refusal ?? error;
  });
  if (length !== content.length) throw new UnreadableFile({ code: 'fileDamaged', details: {} });
}
