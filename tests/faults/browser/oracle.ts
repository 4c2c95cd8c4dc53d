/**
 * Holds what the office has in its rows against what the screens have said. Every finding is a sentence that begins
 * with what broke: lost, duplicate, altered, invented, discarded, or what does not add up.
 */
import { recounted, type Rows } from '../simulator/oracle/oracle.ts';
import { misflagged } from '../simulator/oracle/records.ts';
import type { Ledger, SavedVisit } from './ledger.ts';
import * as queries from './office.queries.ts';

export type Evidence = Rows & { readonly ledger: Ledger };

/** Everything that is not as the screens said; empty where all is well. To be asked once they say that all was sent. */
export async function findings(evidence: Evidence): Promise<string[]> {
  return [
    ...(await compareVisits(evidence)),
    ...(await compareResponses(evidence)),
    ...(await compareAnonymous(evidence)),
    ...(await compareRefused(evidence)),
    ...(await misflagged(evidence)),
    ...(await recounted(evidence)),
  ];
}

const named = ({ person, room, outcome }: Pick<SavedVisit, 'person' | 'room' | 'outcome'>): string =>
  `${person}’s visit to ${room}, ${outcome},`;

/** A visit is known by who made it where and when: the clock of its tablet cannot have shown the same time twice. */
async function compareVisits({ sql, streetId, ledger }: Evidence): Promise<string[]> {
  const rows = await queries.listVisits(sql, streetId);
  const found: string[] = [];
  const known = new Set<queries.VisitAtOffice>();
  for (const saved of ledger.visits) {
    const those = rows.filter((row) => isThat(row, saved));
    for (const row of those) known.add(row);
    if (saved.refused !== null) {
      if (those.length > 0) found.push(`discarded: ${named(saved)} is refused and at the office at once`);
      continue;
    }
    if (those.length === 0) found.push(`lost: ${named(saved)} was called saved and is not at the office`);
    if (those.length > 1) found.push(`duplicate: ${named(saved)} is at the office ${those.length} times`);
    if (those.some(({ outcome }) => outcome !== saved.outcome))
      found.push(`altered: ${named(saved)} is ${those.map(({ outcome }) => outcome).join()} at the office`);
  }
  for (const row of rows)
    if (!known.has(row)) found.push(`invented: no screen has called ${named(row)} saved`);
  return found;
}

function isThat(row: queries.VisitAtOffice, { person, room, from, until }: SavedVisit): boolean {
  const at = Date.parse(row.deviceTime);
  return row.person === person && row.room === room && from <= at && at <= until;
}

async function compareResponses({ sql, streetId, ledger }: Evidence): Promise<string[]> {
  const rows = await queries.listResponses(sql, streetId);
  const told = ledger.visits.flatMap(({ answered, room, refused }) =>
    answered === null || answered.mode === 'anonymous' || refused !== null
      ? []
      : [lineOf({ room, ...answered })],
  );
  return differences('response', told, rows.map(lineOf));
}

const lineOf = ({
  room,
  mode,
  answers,
}: Pick<queries.ResponseAtOffice, 'room' | 'mode' | 'answers'>): string =>
  `of ${room}, ${mode}, ${sorted(answers)}`;

async function compareAnonymous({ sql, streetId, ledger }: Evidence): Promise<string[]> {
  const rows = await queries.listAnonymous(sql, streetId);
  const told = ledger.visits.flatMap(({ answered }) =>
    answered?.mode === 'anonymous' ? [sorted(answered.answers)] : [],
  );
  return differences(
    'anonymous response',
    told,
    rows.map(({ answers }) => sorted(answers)),
  );
}

const sorted = (answers: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.entries(answers).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** What was told and what is there, each as often. */
function differences(what: string, told: readonly string[], there: readonly string[]): string[] {
  return [...new Set([...told, ...there])].flatMap((line) => {
    const [said, stored] = [told, there].map((lines) => lines.filter((one) => one === line).length);
    if (said === undefined || stored === undefined || said === stored) return [];
    const often = `${stored} times at the office, ${said} times called saved`;
    const word = stored < said ? 'lost' : said === 0 ? 'invented' : 'duplicate';
    return [`${word}: a ${what} ${line} is ${often}`];
  });
}

/** Whatever the screen said was refused is with the office word for word, and for that reason. */
async function compareRefused({ sql, streetId, ledger }: Evidence): Promise<string[]> {
  const rows = (await queries.listRefused(sql, streetId)).map(({ room, code }) => `to ${room}: ${code}`);
  const told = ledger.visits.flatMap(({ room, refused }) =>
    refused === null ? [] : [`to ${room}: ${refused}`],
  );
  return differences('refusal of a visit', told, rows);
}
