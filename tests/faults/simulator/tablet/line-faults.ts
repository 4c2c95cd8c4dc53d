/** What can happen to one request of a tablet. */
import type { Faults } from '../../tcp/faults.ts';
import type { Chance } from '../chance.ts';

export const lineFaults = [
  /** Reset before the server has all of it. */
  'lostRequest',
  /** The server commits; its answer never comes. */
  'lostReply',
  /** The same, noticed only when the tablet gives up waiting. */
  'silence',
  /** The body arrives cut off. */
  'cutBody',
  /** The answer arrives cut off. */
  'cutReply',
  /** A hotel's page instead of an answer. */
  'loginPage',
  /** The network delivers it twice. */
  'twice',
  /** No answer now; it arrives much later, by itself. */
  'late',
  /** The server fails before its work, or after it was committed. */
  'internal',
  'internalAfter',
  'unavailable',
  'tooMany',
] as const;
export type LineFault = (typeof lineFaults)[number];

/** `at`: where it breaks, as a share of the bytes. */
export type Mishap = { readonly fault: LineFault; readonly at: number } | null;

/** What happens to the requests of one run, in their order; photos come last in a run, and have an order of their own. */
export type Script = { readonly records: readonly Mishap[]; readonly photos: readonly Mishap[] };

export const noMishaps: Script = { records: [], photos: [] };

/** One request in three meets something. */
export function drawScript(chance: Chance): Script {
  return { records: drawMishaps(chance), photos: drawMishaps(chance) };
}

function drawMishaps(chance: Chance): Mishap[] {
  return Array.from({ length: 8 }, () =>
    chance.percent(33) ? { fault: chance.pick(lineFaults), at: chance.random() } : null,
  );
}

const serverFaults: ReadonlySet<LineFault> = new Set(['internal', 'internalAfter', 'unavailable', 'tooMany']);

/** Faults that the server itself is asked for. */
export const isServerFault = (fault: LineFault): boolean => serverFaults.has(fault);

/** What our proxy does for it, for a request of about so many bytes; null where a line cannot do that. */
export function faultsOnLine({ fault, at }: NonNullable<Mishap>, requestBytes: number): Faults | null {
  const within = (bytes: number): number => Math.floor(at * bytes);
  switch (fault) {
    case 'lostRequest':
      return { resetAt: { direction: 'toServer', bytes: within(requestBytes) } };
    case 'cutBody':
      return { cutAt: { direction: 'toServer', bytes: within(requestBytes) } };
    case 'cutReply':
      return { cutAt: { direction: 'toTablet', bytes: 1 + within(1200) } };
    case 'lostReply':
    case 'silence':
    case 'late':
      return { loseReply: true };
    default:
      return null;
  }
}
