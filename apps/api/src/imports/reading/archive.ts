/**
 * Unpacks a workbook's archive within a budget, and packs the parts that are read into a plain one.
 *
 * The spreadsheet library never sees the uploaded archive: it gets one made here, whose every byte was
 * counted while inflating. So neither a bomb, nor a directory that lies about sizes, nor an archive that
 * two programs read differently can reach it.
 */
import { configure, Uint8ArrayReader, ZipReader, ZipWriter } from '@zip.js/zip.js';
import type { FileEntry } from '@zip.js/zip.js';
import { UnreadableFile } from './file-failure.ts';
import { ElementCount, SheetMeter, TextMeter } from './part-meters.ts';
import type { PartMeter, SheetExtent } from './part-meters.ts';
import { readingLimits } from './spreadsheet.ts';

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

/** Throws `UnreadableFile`. `limit` is the unpacked size in bytes that is still accepted. */
export async function unpackWorkbook(
  bytes: Uint8Array,
  limit: number = readingLimits.unpackedBytes,
): Promise<UnpackedWorkbook> {
  const archive = new ZipReader(new Uint8ArrayReader(bytes), { checkOverlappingEntry: true });
  try {
    const entries = await listEntries(archive, limit);
    if (!entries.some((entry) => /^xl\/workbook[^/]*\.xml$/i.test(entry.filename))) {
      throw new UnreadableFile({ code: 'notSpreadsheet', details: {} });
    }
    return await repack(
      entries.filter((entry) => partsRead.test(entry.filename)),
      limit,
    );
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile({ code: 'fileDamaged', details: {} }, error);
  } finally {
    await archive.close();
  }
}

async function listEntries(archive: ZipReader<Uint8Array>, limit: number): Promise<FileEntry[]> {
  const files: FileEntry[] = [];
  let declared = 0;
  let count = 0;
  for await (const entry of archive.getEntriesGenerator()) {
    count += 1;
    if (count > readingLimits.archiveEntries) {
      throw new UnreadableFile({
        code: 'tooManyParts',
        details: { entries: count, limit: readingLimits.archiveEntries },
      });
    }
    declared += entry.uncompressedSize;
    if (declared > limit)
      throw new UnreadableFile({ code: 'unpackedTooBig', details: { bytes: declared, limit } });
    if (entry.encrypted) throw new UnreadableFile({ code: 'fileEncrypted', details: {} });
    if (!entry.directory) files.push(entry);
  }
  return files;
}

/** Every part goes straight from the one archive into the other: a workbook is in memory once. */
async function repack(parts: FileEntry[], limit: number): Promise<UnpackedWorkbook> {
  const buffer = new Uint8Array(parts.reduce((total, part) => total + roomFor(part), endOfArchive));
  let length = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      buffer.set(chunk, length);
      length += chunk.length;
    },
  });
  const packed = new ZipWriter(sink, { level: 0 });
  const extent: SheetExtent = { rows: 0, columns: 0 };
  const budget: Budget = { left: limit, limit };
  const count = new ElementCount();
  for (const part of parts) {
    const meter = worksheet.test(part.filename) ? new SheetMeter(count) : new TextMeter(count);
    const counted = countingStream(part, budget, meter);
    const added = packed.add(part.filename, counted.readable);
    const ends = await Promise.allSettled([part.getData(counted.writable, { checkSignature: true }), added]);
    for (const end of ends) if (end.status === 'rejected') throw budget.refusal ?? end.reason;
    if (meter instanceof TextMeter) continue;
    extent.rows = Math.max(extent.rows, meter.extent.rows);
    extent.columns = Math.max(extent.columns, meter.extent.columns);
  }
  await packed.close();
  return { bytes: buffer.subarray(0, length), extent };
}

/** Bytes the archive made here needs at the end, and for a part with its headers. */
const endOfArchive = 1_024;
function roomFor(part: FileEntry): number {
  return part.uncompressedSize + 2 * part.rawFilename.length + 512;
}

interface Budget {
  left: number;
  readonly limit: number;
  /** Why reading was stopped; the streams in between wrap what is thrown into errors of their own. */
  refusal?: unknown;
}

/** Passes bytes on until more come than the budget has left or than the part's header declares. */
function countingStream(
  part: FileEntry,
  budget: Budget,
  meter: PartMeter,
): TransformStream<Uint8Array, Uint8Array> {
  let declared = part.uncompressedSize;
  const refuse = (error: unknown) => {
    budget.refusal = error;
    throw error;
  };
  return new TransformStream({
    transform(chunk, controller) {
      budget.left -= chunk.length;
      declared -= chunk.length;
      if (budget.left < 0) {
        const details = { bytes: budget.limit - budget.left, limit: budget.limit };
        refuse(new UnreadableFile({ code: 'unpackedTooBig', details }));
      }
      if (declared < 0) refuse(new UnreadableFile({ code: 'fileDamaged', details: {} }));
      try {
        meter.add(chunk);
      } catch (error) {
        refuse(error);
      }
      controller.enqueue(chunk);
    },
    flush() {
      if (declared > 0) refuse(new UnreadableFile({ code: 'fileDamaged', details: {} }));
    },
  });
}
