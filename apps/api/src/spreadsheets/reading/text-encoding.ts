/** Turns the bytes of a text file into text: UTF-8 and UTF-16 by their marks, UTF-8 without one, else GB18030. */
import { UnreadableFile } from './file-failure.ts';

/** Throws `UnreadableFile` for NUL bytes and for bytes that are text in none of these encodings. */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes);
  if (text.includes('\0')) throw new UnreadableFile({ code: 'notText', details: {} });
  return text;
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return attempt('utf-16le', bytes) ?? unknown();
  if (first === 0xfe && second === 0xff) return attempt('utf-16be', bytes) ?? unknown();
  // Valid UTF-8 with Chinese in it is never valid by accident; GB18030 accepts nearly anything, so it comes last.
  return attempt('utf-8', bytes) ?? attempt('gb18030', bytes) ?? unknown();
}

/** The decoder takes a byte order mark away. */
function attempt(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function unknown(): never {
  throw new UnreadableFile({ code: 'encodingUnknown', details: {} });
}
