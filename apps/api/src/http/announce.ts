/**
 * How a concept tells people of what it did, in the same transaction; the notices concept does the telling.
 */
import type { NoticeKind } from '@huhudao/domain';
import type { NoticeView } from '@huhudao/protocol';
import type { StreetTx } from './transaction.ts';

export type Announcement = {
  kind: NoticeKind;
  roundId?: string;
  /** Everybody in these teams; one notice a team. */
  teamIds: readonly string[];
  /** The offices of the round's communities and of the street, unless the round is hidden from them. */
  offices?: true;
  facts: NoticeView['facts'];
};

/** Answers how many people were told. */
export type Announce = (tx: StreetTx, announcement: Announcement) => Promise<number>;
