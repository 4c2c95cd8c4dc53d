/**
 * Hostile texts in every place of the contract that takes a text. The places are read from the schemas, so that an
 * endpoint, a key or a kind of record that is added tomorrow is tried as well.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { must } from '@huhudao/domain';
import {
  allEndpoints,
  anonymousResponse,
  call,
  mutationPayloads,
  pushAnonymous,
  pushResponse,
  setUp,
  type Endpoint,
  type MutationKind,
} from '@huhudao/protocol';
import { showSetupLink } from '../setup/setup-link.ts';
import type { ParsedSheet } from '../spreadsheets/hucre.ts';
import {
  callOf,
  fittingCall,
  pushBesideAnother,
  send,
  sendAndRead,
  textsOf,
  verdictOf,
  verdictOfRecords,
  workbookType,
  type Answer,
  type Sent,
} from '../testing/hostile-calls.ts';
import { idsOf, payloads } from '../testing/hostile-examples.ts';
import { openHostileWorld, password, type HostileWorld } from '../testing/hostile-world.ts';
import { startTestApi } from '../testing/test-api.ts';
import { readSchema, sampleOf, textFieldsOf, withText, type TextField } from '../testing/text-fields.ts';
import { wholeDatabase } from '../testing/whole-database.ts';

/** Each ends with a mark of its own, by which it is found again wherever it went. */
const texts: readonly ((mark: string) => string)[] = [
  (mark) => `<script>alert(1)</script>${mark}`,
  (mark) => `"><img src=x onerror=alert(1)>${mark}`,
  (mark) => `{{7*7}}\${7*7}${mark}`,
  (mark) => `=cmd|' /C calc'!A0${mark}`,
  (mark) => `\u202Efdp.txt${mark}`,
  // Short enough for a telephone number.
  (mark) => `<b>${mark}`,
  (mark) => `张\u0000三${mark}`,
  (mark) => `\uD83D${mark}`,
  (mark) => `${'长'.repeat(100_000)}${mark}`,
];

/** Free texts that are read and never kept. */
const neverKept = [
  // Nothing but the address of a group bot at an allowed host.
  'addBot body.url',
  // Answers are kept under the names of the questionnaire’s own questions; the visit form’s note is tried as one.
  'amendVisit formAnswers.key',
  'amendVisit formAnswers.key (key)',
  'recordResponse answers.key',
  'anonymous answers.key',
  'anonymous answers.key (key)',
  'recordResponse answers.key (key)',
  'recordVisit formAnswers.key',
  'recordVisit formAnswers.key (key)',
  'sendAnswers body.answers.key',
  'sendAnswers body.answers.key (key)',
  // A way of sharing out, an identity mode, or who takes a place, with what belongs to it.
  'allocateSample body.method',
  'replacePerson body.teams.0',
  'sendAnswers body.as',
  'pushAnonymous body.responses.0',
  'push body.mutations.0',
  'changePassword body.current',
  'changePassword body.next',
  // A condition is parsed, and refused where it is none.
  'changeRule body.condition',
  'previewRule body.condition',
  // This installation has people; an empty one is tried below.
  'setUp body.districtName',
  'setUp body.name',
  'setUp body.password',
  'setUp body.token',
  'signIn body.login',
  'signIn body.password',
  'signInDevice body.login',
  'signInDevice body.password',
];

/** Free texts that no answer tells. */
const notRead = [
  // Kept for signing alone.
  'addBot body.secret',
  // Cases are told with their round, and each of these is in a round of its own (rounds/hotline.pg.test.ts).
  ...['number', 'address', 'topic'].map((key) => `changeRound body.cases.0.${key}`),
  ...['number', 'address', 'topic'].map((key) => `createRound body.cases.0.${key}`),
  // Of drafts the one that is read shows those of `saveDraft`.
  'createQuestionnaire body.definition.key (key)',
  'createQuestionnaire body.definition.key',
  // Kept word for word for whoever looks into it; the list names its door and what was said to it.
  'handOverRecord record.key (key)',
  'handOverRecord record.key',
];

/** What was refused is on hold too; only what a worker handed over was taken. */
const isHandedOver = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && 'handed_over_at' in row && row.handed_over_at !== null;

type Attempt = { place: string; text: string; mark: string; free: boolean; verdict: string; told: boolean };

let world: HostileWorld;
const attempts: Attempt[] = [];

beforeAll(async () => {
  world = await openHostileWorld();
}, 120_000);
afterAll(() => world.api.stop());

type Put = (text: string) => Promise<{ verdict: string; answers: Answer[] }>;

/** Puts a text of every kind at one place, and notes what became of it. */
async function tryAll(place: string, free: boolean, put: Put): Promise<void> {
  for (const write of free ? texts : texts.slice(0, 1)) {
    const mark = `#${attempts.length}#`;
    const text = write(mark);
    const { verdict, answers } = await put(text);
    const told = answers.some(({ body }) => textsOf(body).has(text));
    attempts.push({ place, text, mark, free, verdict, told });
  }
}

const nameOf = ({ path, isKey }: TextField): string => `${path.join('.')}${isKey ? ' (key)' : ''}`;
const taken = (): Attempt[] => attempts.filter((one) => one.verdict === 'taken');

/** Answers that are neither a taken request nor a typed problem of the sender’s making. */
const unexpected = (of: string): string[] =>
  attempts
    .filter((one) => one.place.startsWith(`${of} `) && /^\d/.test(one.verdict))
    .map(({ place, text, verdict }) => `${place}: ${verdict} for ${text.slice(0, 40)}`);

const withBody = allEndpoints.flatMap((endpoint) =>
  endpoint.body === undefined || endpoint.body === 'file'
    ? []
    : [{ endpoint, schema: readSchema(endpoint.body) }],
);
const withQuery = allEndpoints.filter((endpoint) => endpoint.query !== undefined);
const withParams = allEndpoints.filter((endpoint) => endpoint.params !== undefined);
const kinds = Object.entries(mutationPayloads).map(([kind, schema]) => ({
  kind: kind as MutationKind,
  schema: readSchema(schema),
}));

describe('a hostile text', () => {
  it.each(withBody)(
    'in the body of $endpoint.name is taken or gets its problem',
    async ({ endpoint, schema }) => {
      for (const field of textFieldsOf(schema)) {
        await tryAll(`${endpoint.name} body.${nameOf(field)}`, field.free, async (text) => {
          const sent = await callOf(world, endpoint);
          const body = withText(sent.body, field, text);
          const answers = await sendAndRead(world, endpoint, { ...sent, body });
          const [answer] = answers as [Answer];
          const records = endpoint.response === pushResponse;
          return { verdict: records ? verdictOfRecords(answer, 0) : verdictOf(answer), answers };
        });
      }
      expect(unexpected(endpoint.name)).toEqual([]);
    },
  );

  it.each(kinds)(
    'in a record of the kind $kind is taken or refused, and holds no other up',
    async ({ kind, schema }) => {
      const note: TextField = { path: ['formAnswers', 'note'], isKey: false, free: true };
      for (const field of [...textFieldsOf(schema), ...(kind === 'recordVisit' ? [note] : [])]) {
        await tryAll(`${kind} ${nameOf(field)}`, field.free, async (text) => {
          const sample = sampleOf(schema, idsOf(world)) as object;
          const payload = withText({ ...sample, ...(await payloads[kind](world)) }, field, text);
          const answer = await pushBesideAnother(world, { kind, payload });
          return { verdict: verdictOfRecords(answer, 1), answers: [answer] };
        });
      }
      expect(unexpected(kind)).toEqual([]);
    },
  );

  it('in an anonymous response is refused, and holds no other up', async () => {
    const { streetId, communities } = world.street;
    const make = () => world.records.anonymous(communities.liuyin);
    for (const field of textFieldsOf(readSchema(anonymousResponse))) {
      await tryAll(`anonymous ${nameOf(field)}`, field.free, async (text) => {
        const responses = [make(), make(), make(), make(), withText(make(), field, text)];
        const answer = await send(world, pushAnonymous, { body: { streetId, responses } });
        return { verdict: verdictOfRecords(answer, 4), answers: [answer] };
      });
    }
    expect(unexpected('anonymous')).toEqual([]);
  });

  it.each(withQuery)('in the query of $name finds nothing or gets its problem', async (endpoint) => {
    const hostile = [...texts.slice(0, 6).map((write) => encodeURIComponent(write(''))), '%00', '%ED%A0%80'];
    const fitting = fittingCall(world, endpoint);
    for (const { path } of textFieldsOf(readSchema(endpoint.query ?? z.never()))) {
      for (const text of hostile) {
        const query = `${fitting.query}${fitting.query === '' ? '?' : '&'}${path[0]}=${text}`;
        expect(verdictOf(await send(world, endpoint, { ...fitting, query })), query).toMatch(/^[a-z]/i);
      }
    }
  });

  it.each(withParams)('in the path of $name is not found', async (endpoint) => {
    const fitting = fittingCall(world, endpoint);
    for (const name of Object.keys(fitting.params ?? {})) {
      for (const text of ['%3Cscript%3Ealert(1)%3C%2Fscript%3E', '%00', '%ED%A0%80', '%E0%A4%A', "';--"]) {
        const answer = await send(world, endpoint, {
          ...fitting,
          params: { ...fitting.params, [name]: text },
        });
        expect(verdictOf(answer), `${name}: ${text}`).toBe('notFound');
      }
    }
  });
});

describe('what was taken', () => {
  it('is every free text of the contract, but for those that are never kept', () => {
    const free = new Set(attempts.filter((one) => one.free).map(({ place }) => place));
    const kept = new Set(taken().map(({ place }) => place));
    expect([...free].filter((place) => !kept.has(place)).toSorted()).toEqual(neverKept.toSorted());
  });

  it('stands in the database, or was told back, word for word; of what was refused there is no trace', async () => {
    await world.office.settled(world.preview);
    const { quarantine = [], ...tables } = await wholeDatabase(world.api.sql);
    const stored = textsOf({ ...tables, handedOver: quarantine.filter(isHandedOver) });
    const lost = taken().filter(({ text, told }) => !told && !stored.has(text));
    expect(lost.map(({ place, text }) => `${place}: ${text}`)).toEqual([]);
    const refused = attempts.filter((one) => one.verdict !== 'taken');
    expect([...stored].filter((text) => refused.some(({ mark }) => text.includes(mark)))).toEqual([]);
  });

  it('comes back as data, word for word, and never as a page', async () => {
    const seen = new Set<string>();
    const refused: string[] = [];
    for (const endpoint of allEndpoints.filter((one) => one.method === 'get')) {
      const answer = await send(world, endpoint, await wholeListOf(endpoint));
      if (verdictOf(answer) !== 'taken') refused.push(`${endpoint.name}: ${verdictOf(answer)}`);
      textsOf(answer.body, seen);
    }
    expect(refused).toEqual([]);
    const all = [...seen];
    const kept = taken().filter((one) => one.free);
    const mangled = all.filter((shown) =>
      kept.some(({ text, mark }) => shown.includes(mark) && !shown.includes(text)),
    );
    expect(mangled).toEqual([]);
    const back = kept.filter(({ text, told }) => told || all.some((shown) => shown.includes(text)));
    const places = new Set(back.map(({ place }) => place));
    const unread = new Set(kept.map(({ place }) => place).filter((place) => !places.has(place)));
    expect([...unread].toSorted()).toEqual(notRead.toSorted());
  });

  it('begins no cell of a workbook like a formula', async () => {
    const files = allEndpoints.filter((one) => one.method === 'get' && one.response === 'file');
    const answers = await Promise.all(
      files.map(async (endpoint) => send(world, endpoint, await callOf(world, endpoint))),
    );
    const workbooks = answers.filter(({ type }) => type === workbookType);
    const sheets = workbooks.flatMap(({ body }) => body as ParsedSheet[]);
    const cells = sheets.flatMap(({ rows }) => [...textsOf(rows)]);
    expect(sheets.flatMap(({ formulas }) => formulas)).toEqual([]);
    expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
    expect(cells.filter((cell) => cell.startsWith("'=")).length).toBeGreaterThan(1);
    expect(workbooks.length).toBeGreaterThan(2);
  });
});

/** A call that asks for as many as one answer may hold. */
async function wholeListOf(endpoint: Endpoint): Promise<Sent> {
  const call = await callOf(world, endpoint);
  return endpoint.query?.shape['limit'] === undefined ? call : { ...call, query: '?limit=500' };
}

describe('an empty installation', () => {
  it('is set up with names as they were typed', async () => {
    const empty = await startTestApi();
    const lines: string[] = [];
    await showSetupLink(empty.deps, 8787, (line) => lines.push(line));
    const token = must(/setup\?token=([\w-]{43})/.exec(lines.join(''))?.[1], 'the link');
    const [districtName = '', name = ''] = texts.map((write) => write('#empty#'));
    const body = { token, districtName, name, login: 'linxiao', password };
    const session = await call({ origin: '', fetch: empty.fetch }, setUp, { body });
    expect(session).toMatchObject({ name, grants: [{ areaName: districtName }] });
    await empty.stop();
  });
});
