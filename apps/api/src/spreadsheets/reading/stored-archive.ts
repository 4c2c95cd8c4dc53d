/**
 * Builds a ZIP archive of stored (not compressed) parts in one buffer that the parts are unpacked into directly.
 *
 * A library's writer would copy every part once more, and a workbook may have 50 MB of them.
 * Format: PKWARE APPNOTE 6.3.10, sections 4.3.7 (local header), 4.3.12 (directory) and 4.3.16 (end).
 */
import { crc32 } from 'node:zlib';

const localHeader = 30;
const directoryRecord = 46;
const endRecord = 22;
const version = 20;

interface Part {
  name: Uint8Array;
  offset: number;
  content: Uint8Array;
}

export class StoredArchive {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #parts: Part[] = [];
  #length = 0;

  /** @param parts name and size in bytes of every part that will be added. */
  constructor(parts: readonly { name: string; size: number }[]) {
    const room = ({ name, size }: { name: string; size: number }) =>
      localHeader + directoryRecord + 2 * new TextEncoder().encode(name).length + size;
    const total = parts.reduce((sum, part) => sum + room(part), endRecord);
    this.#bytes = new Uint8Array(total);
    this.#view = new DataView(this.#bytes.buffer);
  }

  /** Makes room for a part. The caller fills the returned bytes before `close`. */
  add(name: string, size: number): Uint8Array {
    const encoded = new TextEncoder().encode(name);
    const offset = this.#length;
    const start = offset + localHeader + encoded.length;
    this.#bytes.set(encoded, offset + localHeader);
    this.#length = start + size;
    const content = this.#bytes.subarray(start, start + size);
    this.#parts.push({ name: encoded, offset, content });
    return content;
  }

  /** Writes headers and directory. */
  close(): Uint8Array {
    const directory = this.#length;
    for (const part of this.#parts) {
      const fields = this.#describe(part);
      this.#view.setUint32(part.offset, 0x04034b50, true);
      this.#bytes.set(fields, part.offset + 4);
      this.#view.setUint32(this.#length, 0x02014b50, true);
      this.#view.setUint16(this.#length + 4, version, true);
      this.#bytes.set(fields, this.#length + 6);
      this.#view.setUint32(this.#length + 42, part.offset, true);
      this.#bytes.set(part.name, this.#length + directoryRecord);
      this.#length += directoryRecord + part.name.length;
    }
    this.#view.setUint32(this.#length, 0x06054b50, true);
    this.#view.setUint16(this.#length + 8, this.#parts.length, true);
    this.#view.setUint16(this.#length + 10, this.#parts.length, true);
    this.#view.setUint32(this.#length + 12, this.#length - directory, true);
    this.#view.setUint32(this.#length + 16, directory, true);
    return this.#bytes.subarray(0, this.#length + endRecord);
  }

  /** The 26 bytes that both headers of a part have in common, from the version to the length of the extra field. */
  #describe({ name, content }: Part): Uint8Array {
    const fields = new DataView(new ArrayBuffer(26));
    fields.setUint16(0, version, true);
    fields.setUint32(10, crc32(content), true);
    fields.setUint32(14, content.length, true);
    fields.setUint32(18, content.length, true);
    fields.setUint16(22, name.length, true);
    return new Uint8Array(fields.buffer);
  }
}
