import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { StatisticsError } from '../statistics-error.ts';

/** A door of a frame. */
export interface FrameElement {
  /** What names the door for good, a household's id. */
  readonly key: string;
  /** The first-stage unit it belongs to, a stairwell's id; a one-stage draw does not ask. */
  readonly cluster?: string;
}

/**
 * SHA-256, lower-case hex, of the frame in its order: a line for each door, its key, and behind a tab its cluster if
 * it has one. Another order, another door or another cluster gives another hash. Source: FIPS 180-4.
 */
export function hashFrame(frame: readonly FrameElement[]): string {
  const lines = frame.map(({ key, cluster }) => (cluster === undefined ? key : `${key}\t${cluster}`));
  return bytesToHex(sha256(utf8ToBytes(lines.join('\n'))));
}

/** @throws StatisticsError duplicateElement: a door stands in the frame twice, and would be drawn too often */
export function requireDistinct(frame: readonly FrameElement[]): void {
  const keys = new Set(frame.map(({ key }) => key));
  if (keys.size !== frame.length) {
    throw new StatisticsError(
      'duplicateElement',
      `${frame.length - keys.size} doors stand in the frame twice`,
    );
  }
}
