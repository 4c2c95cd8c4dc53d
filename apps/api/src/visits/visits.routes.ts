import { dayOf, must } from '@huhudao/domain';
import * as protocol from '@huhudao/protocol';
import { Problem, type Locale, type QueryOf } from '@huhudao/protocol';
import { writeWorkbook } from '../exports/workbook.ts';
import type { Deps } from '../http/deps.ts';
import { streetOf, type Place } from '../http/gate.ts';
import type { Identity } from '../http/identity.ts';
import { localeOf } from '../http/problems.ts';
import { route } from '../http/route.ts';
import { wordsOf } from '../text/search-words.ts';
import { ledgerTable } from './ledger.ts';
import { ledgerWords } from './ledger-words.ts';
import { formReaders, presentVisit } from './visits.present.ts';
import * as queries from './visits.queries.ts';

/** More rows are exported in parts: the workbook is made in memory. */
const ledgerLimit = 50_000;

type Asking = Place & { deps: Deps; identity: Identity };
type Filter = Omit<QueryOf<typeof protocol.downloadLedger>, 'locale'>;

const reachOf = ({ identity, ...place }: Asking): queries.Reach => ({
  streetId: streetOf(place),
  communityIds: place.communityIds,
  gridId: place.area.kind === 'grid' ? place.area.id : null,
  viewerId: identity.personId,
});

const filterOf = ({ roundId, householdId, from, until, outcome, search }: Filter): queries.LedgerFilter => ({
  roundId: roundId ?? null,
  householdId: householdId ?? null,
  from: from ?? null,
  until: until ?? null,
  outcome: outcome ?? null,
  words: wordsOf(search),
});

/** Readers of the forms, in the order of their hashes. */
async function readersOf(deps: Deps, hashes: readonly string[], locale: Locale) {
  const distinct = [...new Set(hashes)];
  const forms = await queries.listForms(deps.sql, distinct);
  return formReaders(
    forms.toSorted((a, b) => distinct.indexOf(a.hash) - distinct.indexOf(b.hash)),
    locale,
  );
}

export const visitRoutes = [
  route(protocol.listVisits, async ({ context, query, ...asking }) => {
    const { deps } = asking;
    const [reach, filter] = [reachOf(asking), filterOf(query)];
    const [rows, [counted]] = await Promise.all([
      queries.listVisits(deps.sql, reach, filter, query),
      queries.countVisits(deps.sql, reach, filter),
    ]);
    const hashes = rows.map((row) => row.formHash);
    const readers = await readersOf(deps, hashes, localeOf(context));
    return { total: must(counted, 'the count').count, items: rows.map((row) => presentVisit(row, readers)) };
  }),

  route(protocol.downloadLedger, async ({ query: { locale, ...query }, ...asking }) => {
    const { deps, area } = asking;
    const [reach, filter] = [reachOf(asking), filterOf(query)];
    const [counted] = await queries.countVisits(deps.sql, reach, filter);
    if (counted !== undefined && counted.count > ledgerLimit)
      throw new Problem('ledgerTooLong', { rows: counted.count, limit: ledgerLimit });
    const latestFirst = await queries.listVisits(deps.sql, reach, filter, { offset: 0, limit: ledgerLimit });
    // Ledgers are filed oldest first.
    const rows = latestFirst.toReversed();
    // The form of a round that was asked for has its columns before anybody was visited.
    const [asked] = filter.roundId === null ? [] : await queries.findForm(deps.sql, reach, filter.roundId);
    const hashes = [...rows.map((row) => row.formHash), ...(asked === undefined ? [] : [asked.hash])];
    const readers = await readersOf(deps, hashes, locale);
    const fields = [...readers.values()].flatMap((reader) => reader.columns);
    const visits = rows.map((row) => presentVisit(row, readers));
    const bytes = new Uint8Array(await writeWorkbook([ledgerTable(visits, fields, locale)]));
    const today = dayOf(deps.now().toISOString());
    return {
      name: `${ledgerWords[locale].file}-${area.name}-${today}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes,
    };
  }),
];
