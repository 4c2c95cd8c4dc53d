/** Tells what a file is from its first bytes; its name is only what somebody called it. */
import { UnreadableFile } from './file-failure.ts';

export type FileKind = 'workbook' | 'text';

const signatures = {
  zip: [0x50, 0x4b],
  /** Microsoft's compound file: an old .xls, or the envelope of a workbook with a password. */
  compound: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  others: [
    [0x25, 0x50, 0x44, 0x46], // PDF
    [0x89, 0x50, 0x4e, 0x47], // PNG
    [0xff, 0xd8, 0xff], // JPEG
    [0x52, 0x61, 0x72, 0x21], // RAR
    [0x37, 0x7a, 0xbc, 0xaf], // 7z
    [0x1f, 0x8b], // gzip
  ],
} as const;

/** Throws `UnreadableFile` for what is known not to be a table that can be read. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, signatures.zip)) return 'workbook';
  if (startsWith(bytes, signatures.compound)) refuseCompound(bytes);
  if (signatures.others.some((signature) => startsWith(bytes, signature)) || isMarkup(bytes)) {
    throw new UnreadableFile({ code: 'notSpreadsheet', details: {} });
  }
  return 'text';
}

function refuseCompound(bytes: Uint8Array): never {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = (name: string) => file.includes(Buffer.from(name, 'utf16le'));
  if (names('EncryptedPackage')) throw new UnreadableFile({ code: 'fileEncrypted', details: {} });
  if (names('Workbook') || names('Book')) throw new UnreadableFile({ code: 'oldExcel', details: {} });
  throw new UnreadableFile({ code: 'notSpreadsheet', details: {} });
}

/** Many systems export a web page or XML and call it .xls. */
function isMarkup(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^(\u00EF\u00BB\u00BF)?\s*<(!doctype|html|\?xml|table|meta|head)/i.test(start);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
