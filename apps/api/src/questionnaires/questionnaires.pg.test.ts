import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as protocol from '@huhudao/protocol';
import { must } from '@huhudao/domain';
import { shortForm } from '@huhudao/questionnaire';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { ensureBuiltInForms } from './built-in.ts';

let api: TestApi;
let author: TestPerson, second: TestPerson, street: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  const district = await api.area('district', '云溪区', null);
  const streetId = await api.area('street', '云溪街道', district);
  author = await api.person('chen', ['districtOffice', district]);
  second = await api.person('fang', ['districtOffice', district]);
  street = await api.person('gao', ['streetOffice', streetId]);
  await ensureBuiltInForms(api.deps);
});
afterAll(() => api.stop());

const begin = (definition: Record<string, unknown> = { ...shortForm, description: { default: '改' } }) =>
  author.call(protocol.createQuestionnaire, {
    body: { kind: 'questionnaire', title: '入户测评', definition },
  });

const draftOf = async (id: string) => author.call(protocol.readDraft, { params: { questionnaireId: id } });
const savedAtOf = async (id: string) => must((await draftOf(id)).savedAt, 'a saved draft');

describe('the built-in forms', () => {
  it('are published once, however often the product starts', async () => {
    await ensureBuiltInForms(api.deps);
    const all = await street.call(protocol.listQuestionnaires, {});
    expect(all.map((one) => one.versions.length)).toEqual([1, 1, 1]);
    expect(all.every((one) => one.authorName === null)).toBe(true);
  });

  it('map the four indicators, and the two questionnaires share their formulae', async () => {
    const all = await street.call(protocol.listQuestionnaires, {});
    const hashes = all
      .filter((one) => one.kind === 'questionnaire')
      .map((one) => must(one.versions[0], 'a version').hash);
    const versions = await Promise.all(
      hashes.map((hash) => street.call(protocol.readVersion, { params: { hash } })),
    );
    const [first, other] = versions.map((one) =>
      one.indicators.map((indicator) => indicator.formulaId).toSorted(),
    );
    expect(first).toHaveLength(4);
    expect(first).toEqual(other);
  });
});

describe('a questionnaire', () => {
  it('is published by a second person, never by anybody who worked on its draft', async () => {
    const { id } = await begin();
    const params = { questionnaireId: id };
    const body = { savedAt: await savedAtOf(id) };
    await expect(author.call(protocol.publishQuestionnaire, { params, body })).rejects.toMatchObject({
      code: 'publisherIsAuthor',
    });
    const version = await second.call(protocol.publishQuestionnaire, { params, body });
    expect(version).toMatchObject({ number: 1, authorName: 'chen', publisherName: 'fang' });
    expect(await draftOf(id)).toMatchObject({ definition: null });
  });

  it('keeps everybody who touched the draft from publishing it', async () => {
    const { id } = await begin({ ...shortForm, description: { default: '两人' } });
    const params = { questionnaireId: id };
    const { definition, savedAt } = await draftOf(id);
    api.clock.now = new Date(api.clock.now.getTime() + 1000);
    await second.call(protocol.saveDraft, {
      params,
      body: { definition: must(definition, 'a definition'), basedOn: savedAt },
    });
    const body = { savedAt: await savedAtOf(id) };
    await expect(author.call(protocol.publishQuestionnaire, { params, body })).rejects.toMatchObject({
      code: 'publisherIsAuthor',
    });
    await expect(second.call(protocol.publishQuestionnaire, { params, body })).rejects.toMatchObject({
      code: 'publisherIsAuthor',
    });
  });

  it('is not saved over somebody else’s later draft, nor published unread', async () => {
    const { id } = await begin({ ...shortForm, description: { default: '早' } });
    const params = { questionnaireId: id };
    const { definition, savedAt } = await draftOf(id);
    const body = { definition: must(definition, 'a definition'), basedOn: savedAt };
    api.clock.now = new Date(api.clock.now.getTime() + 1000);
    await author.call(protocol.saveDraft, { params, body });
    await expect(author.call(protocol.saveDraft, { params, body })).rejects.toMatchObject({
      code: 'draftChanged',
    });
    const stale = { savedAt: must(savedAt, 'a time') };
    await expect(second.call(protocol.publishQuestionnaire, { params, body: stale })).rejects.toMatchObject({
      code: 'draftChanged',
    });
  });

  it('with an error is saved and explained, but not published', async () => {
    const { id } = await begin({
      pages: [{ name: 'p', elements: [{ type: 'html', name: 'x', html: '<script>alert(1)</script>' }] }],
    });
    const draft = await draftOf(id);
    expect(draft.findings.map((finding) => finding.code)).toContain('forbiddenElement');
    expect(must(draft.findings[0], 'a finding').message['zh-CN']).not.toBe('');
    const body = { savedAt: must(draft.savedAt, 'a time') };
    await expect(
      second.call(protocol.publishQuestionnaire, { params: { questionnaireId: id }, body }),
    ).rejects.toMatchObject({ code: 'definitionInvalid' });
  });

  it('with the content of a published version is not published again', async () => {
    const { id } = await begin({ ...shortForm, description: { default: '改' } });
    const body = { savedAt: await savedAtOf(id) };
    await expect(
      second.call(protocol.publishQuestionnaire, { params: { questionnaireId: id }, body }),
    ).rejects.toMatchObject({ code: 'versionUnchanged' });
  });

  it('is not written by a street office', async () => {
    const body = { kind: 'questionnaire' as const, title: '街道问卷', definition: {} };
    await expect(street.call(protocol.createQuestionnaire, { body })).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});
