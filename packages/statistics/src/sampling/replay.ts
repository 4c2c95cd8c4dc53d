import { StatisticsError } from '../statistics-error.ts';
import { fractionalSystematicVersion } from './fractional-systematic.ts';
import { hashFrame } from './frame.ts';
import type { FrameElement } from './frame.ts';
import { drawSample, twoStageVersion } from './sample-draw.ts';
import type { DrawDesign, DrawRequest, SampleDraw } from './sample-draw.ts';

/** Where each drawn door is: its key and its replicate, 0 being the main sample. */
export type DrawnPlace = Pick<SampleDraw['elements'][number], 'key' | 'replicate'>;

/** What a draw was made by, as stored. */
export type StoredDraw = Omit<SampleDraw, 'elements'> & { readonly elements: readonly DrawnPlace[] };

export interface Replay {
  /** Whether the stored list is the one that is drawn now: the same doors, each in the same replicate. */
  readonly sameList: boolean;
  /** Whether the frame is the one it was drawn from, in the same order. */
  readonly sameFrame: boolean;
  /** Not drawn from another frame: such a list would show nothing. */
  readonly drawn: SampleDraw | undefined;
}

type Rule = (request: DrawRequest) => SampleDraw;

/** The rule of every algorithm a stored draw may name. A new version is added beside the old ones. */
const rules = new Map<string, { readonly kind: DrawDesign['kind']; readonly rule: Rule }>([
  [fractionalSystematicVersion, { kind: 'systematic', rule: drawSample }],
  [twoStageVersion, { kind: 'twoStage', rule: drawSample }],
]);

/**
 * Draws again from a stored frame, by the rule it was drawn by, and compares with the list in use. The order of the
 * stored list does not matter, that of the frame does; a list from another frame is never the same.
 *
 * @throws StatisticsError algorithmUnknown: another rule would draw another list, and an honest one would look changed
 */
export function replayDraw(frame: readonly FrameElement[], stored: StoredDraw): Replay {
  const { algorithm, design, seed, reserves } = stored;
  const known = rules.get(algorithm);
  if (known === undefined || known.kind !== design.kind) {
    throw new StatisticsError('algorithmUnknown', `no rule draws ${design.kind} by ${algorithm}`);
  }
  if (hashFrame(frame) !== stored.frameHash) return { sameList: false, sameFrame: false, drawn: undefined };
  const drawn = known.rule({ frame, design, seed, reserves });
  const sameList = sameSet(drawn.elements.map(placeOf), stored.elements.map(placeOf));
  return { sameList, sameFrame: true, drawn };
}

const placeOf = ({ key, replicate }: DrawnPlace): string => `${replicate}\t${key}`;

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const both = new Set(one);
  return (
    both.size === other.length &&
    new Set(other).size === other.length &&
    other.every((place) => both.has(place))
  );
}
