/**
 * How a concept tells people of what it did, in the same transaction; the notices concept does the telling.
 */
import type { NoticeKind } from '@huhudao/domain';
import type { NoticeView } from '@huhudao/protocol';
import type { StreetTx } from './transaction.ts';

export type Announcement = {
  kind: NoticeKind;
  roundId?: string;
  /** Names what is told of where it could be told again, or has to be taken back; told once, whoever tells it. */
  cause?: string;
  /** Where the notice leads to. */
  place?: { stairwellId: string; householdId?: string };
  /** Everybody in these teams. */
  teamIds: readonly string[];
  /** Others, by name. */
  personIds?: readonly string[];
  /** The team of which all of them are told; without it, each of their own. */
  aboutTeamId?: string;
  /** The offices of the round's communities and of the street, unless the round is hidden from them. */
  offices?: true;
  facts: NoticeView['facts'];
};

/** Answers how many people were told. */
export type Announce = (tx: StreetTx, announcement: Announcement) => Promise<number>;

/** Takes notices back by their causes, in the transaction that made them: nobody has seen them. */
export type Retract = (tx: StreetTx, causes: readonly string[]) => Promise<void>;
