/** A street in which everything that somebody can name or write down is markup, put there through the API. */
import { dayOf, must, roles, type Role } from '@huhudao/domain';
import * as protocol from '@huhudao/protocol';
import { shortForm, visitForm, type Definition } from '@huhudao/questionnaire';
import { ImportingOffice } from '../../apps/api/src/imports/importing-office.testing.ts';
import { Records, shortAnswers } from '../../apps/api/src/testing/records.ts';
import { mountStaticFiles } from '../../apps/api/src/system/static-files.ts';
import { startTestApi, type TestApi, type TestPerson } from '../../apps/api/src/testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../../apps/api/src/testing/test-street.ts';

export const password = 'along-the-river';

/** An element that would call `hit`, and a name by which the text is found again. */
export const markup = (label: string): string => `<img src=x onerror=hit()><script>hit()</script>${label}`;
/** Short enough for a cell of a roster, and for the label of a building. */
const short = (label: string): string => `<img src=x onerror=hit()>${label}`;
const tiny = (label: string): string => `<s>${label}`;
/** The ways in which a text may have been written. */
export const writings = [markup, short, tiny];
const text = (label: string) => ({ default: markup(label), en: markup(label) });

/** The built-in form with markup for its title, and for the words of its first question. */
function hostileForm(form: Definition, name: string): Record<string, unknown> {
  const [page, ...pages] = form.pages;
  const [element, ...elements] = must(page, 'a page').elements;
  const first = must(element, 'a question');
  const question = { ...first, title: text(`${name}Question`), description: text(`${name}Hint`) };
  const choices =
    'choices' in first
      ? { choices: first.choices.map((one) => ({ ...one, text: text(`${name}-${one.value}`) })) }
      : {};
  const changed = { ...question, ...choices };
  const words = { ...must(page, 'a page'), title: text(`${name}Page`) };
  // A definition as it is sent: what it may hold is for the product to check.
  return {
    ...form,
    title: text(`${name}Title`),
    pages: [{ ...words, elements: [changed, ...elements] }, ...pages],
  };
}

export type MarkupWorld = Awaited<ReturnType<typeof openMarkupWorld>>;

export async function openMarkupWorld() {
  const api = await startTestApi(new Date().toISOString());
  // The browser’s clock runs; so must the server’s.
  Object.defineProperty(api.clock, 'now', { get: () => new Date() });
  mountStaticFiles(api.app, () => undefined);
  const street = await buildTestStreet(api);
  const everyRole = roles.map((role): [Role, string] => [role, street.districtId]);
  const quan = await api.person('quan', ...everyRole);
  await api.givePassword(street.people.zhao, password);
  await nameThings(street, quan);
  const importId = await importRoster(quan, street);
  const forms = await publishForms(api, street, quan);
  const roundId = await openHostileRound(street, quan, forms);
  await work(api, street, quan, roundId, forms);
  return { api, street, quan, importId, forms, roundId };
}

/** Areas, people, teams, tablets and what is noted about a door. */
async function nameThings(
  { districtId, streetId, communities, people, teams, doors }: TestStreet,
  quan: TestPerson,
) {
  for (const [areaId, name] of [
    [districtId, 'district'],
    [streetId, 'street'],
    [communities.liuyin, 'community'],
  ] as const)
    // prettier-ignore
    await quan.call(protocol.renameArea, { params: { areaId }, body: { name: markup(name) } });
  for (const [name, { id: personId }] of Object.entries({ li: people.li, zhao: people.zhao }))
    await quan.call(protocol.changePerson, {
      params: { personId },
      body: { name: markup(name), phone: '<b>1</b>' },
    });
  await quan.call(protocol.changeTeam, {
    params: { areaId: communities.liuyin, teamId: teams.liuyin },
    body: { name: markup('team'), leaderId: people.zhao.id, memberIds: [people.li.id] },
  });
  await quan.call(protocol.changeHousehold, {
    params: { areaId: streetId, householdId: must(doors.liuyin[0], 'a door').id },
    body: { caution: markup('caution'), note: markup('note') },
  });
}

/** One roster that was taken over, and again, so that it stands in its preview. */
async function importRoster(quan: TestPerson, { streetId }: TestStreet): Promise<string> {
  const office = new ImportingOffice(quan, streetId);
  const cell = (label: string): string => `"${short(label)}"`;
  const place = [cell('newCommunity'), cell('grid'), cell('compound'), tiny('b1'), tiny('s1')];
  const header = '社区,网格,小区,楼栋,单元,楼层,房号,姓名,电话,房屋状态,备注';
  const good = [...place, 1, 101, cell('resident'), '', '自住', cell('rosterNote')];
  const asking = [...place, 1, 102, cell('resident'), '', tiny('occ'), ''];
  const bytes = new TextEncoder().encode([header, good, asking].join('\n'));
  await office.take(bytes, `${short('file')}.csv`);
  return (await office.upload(bytes, `${short('file')}.csv`)).id;
}

type Forms = { questionnaire: string; visitForm: string; draftId: string };

/** A questionnaire and a visit form, published; and a draft beside them that nobody will ever publish. */
async function publishForms(api: TestApi, { districtId }: TestStreet, quan: TestPerson): Promise<Forms> {
  const second = await api.person('fang', ['districtOffice', districtId]);
  const begin = async (kind: 'questionnaire' | 'visitForm', definition: Record<string, unknown>) => {
    const body = { kind, title: markup(`${kind}Title`), definition };
    return (await quan.call(protocol.createQuestionnaire, { body })).id;
  };
  const publish = async (kind: 'questionnaire' | 'visitForm', form: Definition): Promise<string> => {
    const params = { questionnaireId: await begin(kind, hostileForm(form, kind)) };
    const { savedAt } = await quan.call(protocol.readDraft, { params });
    const body = { savedAt: must(savedAt, 'a draft') };
    return (await second.call(protocol.publishQuestionnaire, { params, body })).hash;
  };
  const html = { type: 'html', name: 'x', html: markup('draft') };
  const image = { type: 'image', name: 'y', imageLink: 'https://example.org/spy.png' };
  return {
    questionnaire: await publish('questionnaire', shortForm),
    visitForm: await publish('visitForm', visitForm),
    draftId: await begin('questionnaire', {
      completedHtml: markup('completed'),
      navigateToUrl: 'https://example.org/',
      pages: [{ name: 'p', elements: [html, image] }],
    }),
  };
}

/** The street’s only round that is open. */
async function openHostileRound(street: TestStreet, quan: TestPerson, forms: Forms): Promise<string> {
  const params = { areaId: street.streetId };
  await quan.call(protocol.closeRound, { params: { ...params, roundId: street.roundId } });
  const round = await quan.call(protocol.createRound, {
    params,
    body: {
      name: markup('round'),
      purpose: 'coverage',
      startsOn: '2026-11-01',
      deadline: '2036-11-30',
      questionnaireHash: forms.questionnaire,
      visitFormHash: forms.visitForm,
      statement: markup('statement'),
      materials: [markup('material')],
      scope: { communityIds: [street.communities.liuyin] },
      teamIds: [street.teams.liuyin],
    },
  });
  await quan.call(protocol.openRound, { params: { ...params, roundId: round.id } });
  return round.id;
}

/** A visit that was corrected, a named answer, a plan, an issue, a revisit that was handled, and a record that was refused. */
async function work(
  api: TestApi,
  street: TestStreet,
  quan: TestPerson,
  roundId: string,
  forms: Forms,
): Promise<void> {
  const records = new Records(api, street);
  const [door, other] = street.doors.liuyin;
  const [visited, raised] = [must(door, 'a door'), must(other, 'a door')];
  const { zhao } = street.people;
  await protocol.call({ origin: '', fetch: api.fetch }, protocol.signInDevice, {
    body: { login: zhao.login, password, deviceId: protocol.newId(), deviceName: markup('device') },
  });
  const tablet = await api.tablet(zhao);
  const visit = records.visit(visited, {
    roundId,
    formHash: forms.visitForm,
    formAnswers: { note: markup('visitNote') },
  });
  const amend = envelope('amendVisit', { visitId: visit.id, reason: markup('amendment') });
  const plan = envelope('planVisit', {
    roundId,
    stairwellId: visited.stairwellId,
    teamId: street.teams.liuyin,
    day: dayOf(new Date(Date.now() + 86_400_000).toISOString()),
    from: '10:00',
    until: '11:00',
    note: markup('planNote'),
  });
  const answers = {
    ...shortAnswers,
    topicsToFix: ['other'],
    otherTopic: markup('answer'),
    wantsContact: false,
  };
  const response = records.response(visited, { roundId, versionHash: forms.questionnaire, answers });
  const refused = { ...visit, id: protocol.newId(), payload: {} };
  const issue = records.issue(visited, { roundId, note: markup('issueNote') });
  const results = await records.push(tablet, visit, response, amend, plan, issue, refused);
  const accepted = results.filter((one) => one.result === 'accepted').length;
  if (accepted !== 5) throw new Error(`the street is not as it should be: ${JSON.stringify(results)}`);
  const params = { areaId: street.streetId };
  const { id: revisitId } = await quan.call(protocol.raiseRevisit, {
    params,
    body: { householdId: raised.id, dueOn: '2036-11-20', topics: [], note: markup('revisitNote') },
  });
  const handled = { cause: markup('cause'), explanation: markup('explanation'), promise: markup('promise') };
  await quan.call(protocol.handleRevisit, { params: { ...params, revisitId }, body: handled });
}

const envelope = (kind: protocol.MutationKind, payload: unknown) => ({
  id: protocol.newId(),
  sequence: 90,
  deviceTime: new Date().toISOString(),
  kind,
  payload,
});
