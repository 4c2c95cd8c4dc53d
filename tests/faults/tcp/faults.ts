/** What a line between a tablet and the server can do to what it carries. */

export type Direction = 'toServer' | 'toTablet';

/** After so many bytes in this direction. */
export type Place = { readonly direction: Direction; readonly bytes: number };

/** What somebody in between answers: a hotel's gateway, a proxy whose server is away. */
export type StandIn = (request: { readonly path: string; readonly body: string }) => {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Nothing of it by default, everything named at once. */
export type Faults = {
  /** How long each piece is on its way, each way, milliseconds. */
  readonly delayMs?: number;
  /** What the line carries each way in a second, shared by all its connections; 8 is one byte a second. */
  readonly bitsPerSecond?: number;
  /** The connection is reset (RST) on both sides. */
  readonly resetAt?: Place;
  /** What follows is swallowed, and the receiver is told in good order that this was all. */
  readonly cutAt?: Place;
  /** The request gets through; the server's whole answer is swallowed, and the connection is reset. */
  readonly loseReply?: boolean;
  /** Nothing gets through: this answers in place of the server. */
  readonly standIn?: StandIn;
};

/** A line that does nothing. */
export const soundLine: Faults = {};
