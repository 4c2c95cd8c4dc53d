/** A district with four streets, 200 tablets, and the real API over a database of its own. */
import { startTestApi, type TestApi, type TestPerson } from '../../../../apps/api/src/testing/test-api.ts';
import * as rounds from '../../../../apps/api/src/testing/rounds.queries.ts';
import { newId } from '@huhudao/protocol';
import {
  contentHash,
  shortForm,
  visitForm,
  type CompiledVersion,
  type Definition,
} from '@huhudao/questionnaire';
import { compile } from '@huhudao/questionnaire/survey';
import { buildStreet, type SimulatedStreet } from './street.ts';
import { copyStreet, type StreetCopy } from './street-copy.ts';

export const start = '2026-11-10T02:00:00.000Z';
const streetNames = ['云溪街道', '柳巷街道', '石桥街道', '东湖街道'];

export type Forms = Readonly<
  Record<
    'questionnaire' | 'visitForm',
    {
      hash: string;
      kind: 'questionnaire' | 'visitForm';
      definition: Record<string, unknown>;
      compiled: CompiledVersion;
    }
  >
>;

/** Who works in a street with a tablet of their own. */
export type Worker = {
  readonly person: TestPerson;
  readonly token: string;
  /** The streets they have work in; the first is the one they live the episode in. */
  readonly streetIds: readonly string[];
  readonly communityId: string;
  readonly teamId: string;
  readonly leads: boolean;
};

export type Town = {
  readonly api: TestApi;
  readonly forms: Forms;
  readonly district: TestPerson;
  readonly administrator: TestPerson;
  readonly streets: readonly SimulatedStreet[];
  /** How each street was before anything happened in it. */
  readonly pristine: ReadonlyMap<string, StreetCopy>;
};

export async function buildTown(): Promise<Town> {
  const api = await startTestApi(start);
  const districtId = await api.area('district', '云溪区', null);
  const district = await api.person('district', ['districtOffice', districtId]);
  const administrator = await api.person('guan', ['administrator', districtId]);
  const forms = {
    questionnaire: await publish(api, 'questionnaire', shortForm),
    visitForm: await publish(api, 'visitForm', visitForm),
  };
  const streets: SimulatedStreet[] = [];
  for (const name of streetNames)
    streets.push(await buildStreet(api, { districtId, name, forms }, streets.at(-1)));
  const pristine = new Map<string, StreetCopy>();
  for (const { id } of streets) pristine.set(id, await copyStreet(api.sql, id));
  return { api, forms, district, administrator, streets, pristine };
}

/** Publishes a questionnaire or visit form, as its first version. */
export async function publish(api: TestApi, kind: 'questionnaire' | 'visitForm', definition: Definition) {
  const hash = contentHash(definition);
  const compiled = compile(definition, kind);
  const at = api.clock.now.toISOString();
  const title = { default: kind, en: `${kind} in English` };
  await rounds.insertVersion(api.sql, {
    questionnaireId: newId(),
    hash,
    kind,
    title,
    definition,
    compiled,
    at,
  });
  return { hash, kind, definition: { ...definition }, compiled };
}
