import {
  answerPath,
  changeNoticeBoard,
  printNoticeBoard,
  printNoticeBoards,
  Problem,
  readNoticeBoard,
  type NoticeBoard,
} from '@huhudao/protocol';
import { blankBoard } from '../documents/notice-board/notice-board.words.ts';
import {
  printNoticeBoards as print,
  type NoticeBoardContent,
} from '../documents/notice-board/notice-board.ts';
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

  route(printNoticeBoard, async ({ deps, params: { stairwellId }, query, context, ...place }) => {
    const printing = { deps, query, origin: originOf(deps, context.req.url), reach: reachOf(place) };
    const content = await contentOf(printing, stairwellId);
    return fileOf(await print([content]), content.place, query.paper);
  }),

  route(printNoticeBoards, async ({ deps, params: { buildingId }, query, context, ...place }) => {
    const reach = reachOf(place);
    const printing = { deps, query, origin: originOf(deps, context.req.url), reach };
    const stairwells = await queries.listStairwellsOf(deps.sql, reach.streetId, buildingId);
    const [first, ...more] = await Promise.all(stairwells.map(({ id }) => contentOf(printing, id)));
    if (first === undefined) throw new Problem('notFound');
    const building = first.place.split(' ').slice(0, -1).join(' ');
    return fileOf(await print([first, ...more]), building, query.paper);
  }),
];

type Printing = {
  deps: Deps;
  query: Pick<NoticeBoardContent, 'paper' | 'language'>;
  origin: string;
  reach: ReturnType<typeof reachOf>;
};

const originOf = (deps: Deps, url: string): string => deps.env.PUBLIC_URL ?? new URL(url).origin;

const fileOf = (bytes: Uint8Array<ArrayBuffer>, place: string, paper: string) => ({
  name: `公示牌 ${place} ${paper.toUpperCase()}.pdf`,
  type: 'application/pdf',
  bytes,
});

/** @throws Problem notFound for a stairwell out of reach */
async function contentOf(
  { deps, query, origin, reach }: Printing,
  stairwellId: string,
): Promise<NoticeBoardContent> {
  const [{ streetId }, today] = [reach, todayOf(deps)];
  const [stairwell] = await queries.findPlace(deps.sql, streetId, stairwellId, reach);
  if (stairwell === undefined) throw new Problem('notFound');
  const { communityId, communityName, compoundName, buildingLabel, stairwellLabel } = stairwell;
  return {
    ...query,
    communityName,
    place: `${compoundName} ${buildingLabel} ${stairwellLabel}`,
    people: await queries.listInOffice(deps.sql, streetId, stairwellId, today),
    board: await boardOf(deps, streetId, communityId),
    residentPage: `${origin}${answerPath}`,
    printedOn: today,
  };
}
