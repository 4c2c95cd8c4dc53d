import { must, reportWeek, sheetStateOf, weekAt } from '@huhudao/domain';
import {
  listProgressSheets,
  printProgressSheets,
  Problem,
  submitProgressSheet,
  withdrawProgressSheet,
  type ProgressSheet,
} from '@huhudao/protocol';
import { composeProgressSheets } from '../documents/progress-sheet/progress-sheet.ts';
import type { Deps } from '../http/deps.ts';
import { streetOf, type Place } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { inStreet } from '../http/transaction.ts';
import * as commands from './progress-sheets.commands.ts';
import * as queries from './progress-sheets.queries.ts';

export const progressSheetRoutes = [
  route(listProgressSheets, async ({ deps, query, ...place }) => {
    const week = query.week ?? weekAt(now(deps));
    const { since, dueAt } = reportWeek(week);
    return { week, since, dueAt, sheets: await readSheets(deps, place, week) };
  }),

  route(submitProgressSheet, async ({ deps, actor, body, ...place }) => {
    const communityId = communityOf(place);
    const input = { ...body, communityId, correction: body.correction ?? null };
    await inStreet(deps, streetOf(place), actor, commands.submitProgressSheet, input);
    return readSheet(deps, place, body);
  }),

  route(withdrawProgressSheet, async ({ deps, actor, body, ...place }) => {
    const input = { ...body, communityId: communityOf(place) };
    await inStreet(deps, streetOf(place), actor, commands.withdrawProgressSheet, input);
    return readSheet(deps, place, body);
  }),

  route(printProgressSheets, async ({ deps, query: { week: asked, format, language }, ...place }) => {
    const week = asked ?? weekAt(now(deps));
    const sheets = await readSheets(deps, place, week);
    return composeProgressSheets({ language, format, areaName: place.area.name, week, sheets });
  }),
];

const now = (deps: Deps): string => deps.now().toISOString();

/** @throws Problem areaKindWrong: each community hands in its own */
function communityOf({ area }: Place): string {
  if (area.kind !== 'community') throw new Problem('areaKindWrong');
  return area.id;
}

async function readSheet(
  deps: Deps,
  place: Place,
  { week, roundId }: { week: string; roundId: string },
): Promise<ProgressSheet> {
  const sheets = await readSheets(deps, place, week);
  return must(
    sheets.find((sheet) => sheet.roundId === roundId),
    'the sheet that was written',
  );
}

async function readSheets(deps: Deps, place: Place, week: string): Promise<ProgressSheet[]> {
  const [streetId, at] = [streetOf(place), now(deps)];
  if (place.area.kind === 'grid') throw new Problem('notFound');
  const { communityIds } = place;
  const [parts, rows] = await Promise.all([
    queries.listParts(deps.sql, streetId, communityIds, reportWeek(week)),
    queries.listHandedIn(deps.sql, streetId, communityIds, week),
  ]);
  return Promise.all(
    parts.map(async (part) => {
      const mine = rows.filter(
        ({ communityId, roundId }) => communityId === part.communityId && roundId === part.roundId,
      );
      const fresh = { ...part, week };
      return present(part, mine, week, at, () => commands.figuresOf(deps.sql, streetId, fresh));
    }),
  );
}

async function present(
  part: queries.PartRow,
  rows: readonly queries.HandedInRow[],
  week: string,
  at: string,
  fresh: () => Promise<ProgressSheet['figures']>,
): Promise<ProgressSheet> {
  const [first, last] = [rows[0], rows.at(-1)];
  const handedIn =
    first === undefined || last === undefined
      ? null
      : { firstSubmittedAt: first.submittedAt, withdrawn: last.withdrawn };
  return {
    ...part,
    state: sheetStateOf(reportWeek(week), handedIn, at),
    figures: last === undefined || last.withdrawn ? await fresh() : last.figures,
    text: last === undefined ? null : { progress: last.progress, next: last.nextWeek },
    submittedAt: last?.submittedAt ?? null,
    corrections: rows.flatMap(({ correction, submittedAt }) =>
      correction === null ? [] : [{ at: submittedAt, line: correction }],
    ),
  };
}
