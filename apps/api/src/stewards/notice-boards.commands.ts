import type { NoticeBoard } from '@huhudao/protocol';
import { streetCommand } from '../http/transaction.ts';
import { upsertBoard } from './notice-boards.queries.ts';

export type BoardInput = { communityId: string; board: NoticeBoard };

export const changeNoticeBoard = streetCommand({
  action: 'noticeBoard.changed',
  subject: ({ communityId }: BoardInput) => ({ communityId }),
  run: async ({ sql, streetId }, { communityId, board }) => {
    await upsertBoard(sql, streetId, communityId, board);
  },
});
