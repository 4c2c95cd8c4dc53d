import {
  answerPath,
  changeNoticeBoard,
  printNoticeBoard,
  Problem,
  readNoticeBoard,
  type NoticeBoard,
} from '@huhudao/protocol';
import { blankBoard } from '../documents/notice-board/notice-board.words.ts';
import { printNoticeBoard as print } from '../documents/notice-board/notice-board.ts';
import type { Deps } from '../http/deps.ts';
import { streetOf, type Place } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { inStreet } from '../http/transaction.ts';
import * as commands from './notice-boards.commands.ts';
import * as queries from './notice-boards.queries.ts';
import { reachOf, todayOf } from './reach.ts';

const boardOf = async (deps: Deps, streetId: string, communityId: string): Promise<NoticeBoard> =>
  (await queries.findBoard(deps.sql, streetId, communityId))[0] ?? blankBoard;

/** @throws Problem areaKindWrong: a street's communities each have their own */
function communityOf({ area }: Place): string {
  if (area.kind !== 'community') throw new Problem('areaKindWrong');
  return area.id;
}

export const noticeBoardRoutes = [
  route(readNoticeBoard, async ({ deps, ...place }) => boardOf(deps, streetOf(place), communityOf(place))),

  route(changeNoticeBoard, async ({ deps, actor, body, ...place }) => {
    const input = { communityId: communityOf(place), board: body };
    await inStreet(deps, streetOf(place), actor, commands.changeNoticeBoard, input);
    return body;
  }),

  route(printNoticeBoard, async ({ deps, params, query, context, ...place }) => {
    const [reach, today] = [reachOf(place), todayOf(deps)];
    const { streetId } = reach;
    const [stairwell] = await queries.findPlace(deps.sql, streetId, params.stairwellId, reach);
    if (stairwell === undefined) throw new Problem('notFound');
    const { communityId, communityName, compoundName, buildingLabel, stairwellLabel } = stairwell;
    const people = await queries.listInOffice(deps.sql, streetId, params.stairwellId, today);
    const board = await boardOf(deps, streetId, communityId);
    const named = `${compoundName} ${buildingLabel} ${stairwellLabel}`;
    const origin = deps.env.PUBLIC_URL ?? new URL(context.req.url).origin;
    const residentPage = `${origin}${answerPath}`;
    const bytes = await print({
      ...query,
      communityName,
      place: named,
      people,
      board,
      residentPage,
      printedOn: today,
    });
    return { name: `公示牌 ${named} ${query.paper.toUpperCase()}.pdf`, type: 'application/pdf', bytes };
  }),
];
