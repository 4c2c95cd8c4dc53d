/** Snappy as LevelDB and Chromium write it (https://github.com/google/snappy, format_description.txt). */

/**
 * The bytes that were compressed. Lenient: what is no Snappy, or is cut off, gives what came out of it so far, because
 * whoever looks for words in a disk looks at rubbish as well.
 */
export function unsnap(input: Uint8Array, most = 1 << 26): Uint8Array {
  const length = varint(input, 0);
  if (length === undefined || length.value > most) return new Uint8Array();
  const out = new Uint8Array(length.value);
  let [at, written] = [length.next, 0];
  while (at < input.length && written < out.length) {
    const tag = byteAt(input, at);
    const piece = (tag & 3) === 0 ? literal(input, at) : copy(input, at);
    at = piece.next;
    if (piece.from === 'input') {
      const bytes = input.subarray(at, at + piece.length).subarray(0, out.length - written);
      out.set(bytes, written);
      at += piece.length;
      written += bytes.length;
      continue;
    }
    if (piece.offset === 0 || piece.offset > written) break;
    // A copy may overlap what it writes: byte by byte.
    for (let index = 0; index < piece.length && written < out.length; index += 1, written += 1)
      out[written] = byteAt(out, written - piece.offset);
  }
  return out.subarray(0, written);
}

const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;

function littleEndian(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let index = 0; index < count; index += 1) value += byteAt(bytes, at + index) * 2 ** (8 * index);
  return value;
}

function literal(input: Uint8Array, at: number) {
  const short = byteAt(input, at) >> 2;
  const more = short < 60 ? 0 : short - 59;
  const length = more === 0 ? short + 1 : littleEndian(input, at + 1, more) + 1;
  return { from: 'input' as const, length, next: at + 1 + more };
}

function copy(input: Uint8Array, at: number) {
  const tag = byteAt(input, at);
  const kind = tag & 3;
  if (kind === 1)
    return {
      from: 'output' as const,
      length: 4 + ((tag >> 2) & 7),
      offset: ((tag >> 5) << 8) | byteAt(input, at + 1),
      next: at + 2,
    };
  const bytes = kind === 2 ? 2 : 4;
  return {
    from: 'output' as const,
    length: (tag >> 2) + 1,
    offset: littleEndian(input, at + 1, bytes),
    next: at + 1 + bytes,
  };
}

/** A number of seven bits a byte; undefined where the bytes end in it. */
export function varint(bytes: Uint8Array, at: number): { value: number; next: number } | undefined {
  let value = 0;
  for (let index = 0; index < 10 && at + index < bytes.length; index += 1) {
    const byte = byteAt(bytes, at + index);
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  return undefined;
}
