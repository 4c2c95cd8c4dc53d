import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/**
 * SHA-256, as 64 hexadecimal digits, of a JSON value in canonical form (RFC 8785: sorted keys, no blanks).
 *
 * Two documents that differ only in the order of their keys have the same hash. Synchronous and equal in
 * Node and in browsers. Throws a RangeError for something that is not a JSON value.
 */
export function contentHash(value: unknown): string {
  const canonical = canonicalize(value);
  if (canonical === undefined) throw new RangeError('only a JSON value has a content hash');
  return bytesToHex(sha256(utf8ToBytes(canonical)));
}
