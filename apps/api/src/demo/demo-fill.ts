/** Fills an empty installation with demonstration data, by using the product as its users would. */
import { dayOf, addDays, instantOf, must } from '@huhudao/domain';
import * as protocol from '@huhudao/protocol';
import { signInOffice, type DemoApp, type DemoUser } from './demo-client.ts';
import { demoPassword, furtherPeople, leadingPeople, type DemoPerson } from './demo-people.ts';
import { followUp, planRevisits, setTargets } from './demo-office.ts';
import { communities, districtName, streetName } from './demo-places.ts';
import { writeRoster } from './demo-roster.ts';
import { holdRound, planEvenings, plansOf, type DemoStreet } from './demo-rounds.ts';
import { Dice } from './dice.ts';

export type DemoTools = {
  demo: DemoApp;
  /** A one-time token for the first administrator. */
  setupToken: string;
  tell: (part: number) => void;
};

export async function fillDemo({ demo, setupToken, tell }: DemoTools): Promise<void> {
  const today = dayOf(demo.clock.now.toISOString());
  const present = demo.clock.now;
  const dice = new Dice('huhudao demonstration');
  demo.clock.now = new Date(instantOf(addDays(today, -130), '09:00'));
  const administrator = await setUp(demo, setupToken);
  const streetId = await addStreet(administrator);
  await addPeople(demo, administrator, leadingPeople.slice(1, 4));
  const office = await signInOffice(demo, 'jieban', demoPassword);
  await importRoster(office, streetId, writeRoster(dice), (part) => tell(0.15 * part));
  const later = [...leadingPeople.slice(4), ...furtherPeople()];
  await addPeople(demo, administrator, later);
  tell(0.25);
  const street = await describeStreet(demo, dice, office, streetId);
  await formTeams(street, later);
  await setTargets(street.district);
  const { measurements, coverage } = plansOf(today);
  for (const [index, plan] of measurements.entries()) {
    await holdRound(street, plan, (part) => tell(0.25 + (index + part) * 0.09));
    await followUp(street, plan.deadline);
  }
  const roundId = await holdRound(street, coverage, (part) => tell(0.61 + part * 0.37));
  demo.clock.now = present;
  await planRevisits(street);
  const head = await signInOffice(demo, 'loudao', demoPassword);
  await planEvenings(street, head, must(communities[0], 'a community').name, roundId);
  tell(1);
}

async function setUp(demo: DemoApp, token: string): Promise<DemoUser> {
  const { login, name } = must(leadingPeople[0], 'the administrator');
  const entrance: protocol.Transport = {
    origin: '',
    fetch: async (input, init) => demo.app.request(`http://localhost${input}`, init),
  };
  await protocol.call(entrance, protocol.setUp, {
    body: { token, districtName, name, login, password: demoPassword },
  });
  return signInOffice(demo, login, demoPassword);
}

async function addStreet(administrator: DemoUser): Promise<string> {
  const areas = await administrator.call(protocol.listAreas, {});
  const district = must(
    areas.find((area) => area.kind === 'district'),
    'the district',
  );
  const street = await administrator.call(protocol.createArea, {
    params: { areaId: district.id },
    body: { kind: 'street', name: streetName },
  });
  return street.id;
}

/** Initial passwords must be changed: the demonstration’s people do so at once. */
async function addPeople(
  demo: DemoApp,
  administrator: DemoUser,
  people: readonly DemoPerson[],
): Promise<void> {
  const areas = new Map(
    (await administrator.call(protocol.listAreas, {})).map((area) => [area.name, area.id]),
  );
  for (const { login, name, role, place } of people) {
    const areaId = must(areas.get(place), 'a place of the demonstration');
    const { password } = await administrator.call(protocol.createPerson, {
      body: { login, name, grants: [{ role, areaId }] },
    });
    const person = await signInOffice(demo, login, password);
    await person.call(protocol.changePassword, { body: { current: password, next: demoPassword } });
  }
}

async function importRoster(
  office: DemoUser,
  streetId: string,
  text: string,
  tell: (part: number) => void,
): Promise<void> {
  const params = { areaId: streetId };
  const body = { name: '云溪街道住户花名册.csv', type: 'text/csv', bytes: new TextEncoder().encode(text) };
  const { id } = await office.call(protocol.uploadRoster, { params, body });
  const one = { params: { ...params, importId: id } };
  await until(office, one.params, 'preview', (part) => tell(part / 2));
  await office.call(protocol.applyImport, one);
  await until(office, one.params, 'applied', (part) => tell(0.5 + part / 2));
}

/** Looks every tenth of a second whether the import has come so far. @throws Error where it failed */
async function until(
  office: DemoUser,
  params: { areaId: string; importId: string },
  state: string,
  tell: (part: number) => void,
): Promise<void> {
  for (;;) {
    const now = await office.call(protocol.readImport, { params });
    if (now.state === state) return;
    if (now.state === 'failed')
      throw new Error(`demonstration import failed: ${now.problem?.code ?? 'unknown'}`);
    tell(now.total === 0 ? 0 : now.progress / now.total);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function describeStreet(
  demo: DemoApp,
  dice: Dice,
  office: DemoUser,
  streetId: string,
): Promise<DemoStreet> {
  const areas = await office.call(protocol.listAreas, {});
  const communityIds = new Map(
    areas.filter((area) => area.kind === 'community').map((area) => [area.name, area.id]),
  );
  const district = await signInOffice(demo, 'quban', demoPassword);
  const questionnaires = await district.call(protocol.listQuestionnaires, {});
  const builtIn = await district.call(protocol.listBuiltInForms, {});
  const hashOf = (key: string) => {
    const { default: title } = must(
      builtIn.find((form) => form.key === key),
      'a built-in form',
    ).title;
    return must(questionnaires.find((one) => one.title.default === title)?.versions[0], 'a version').hash;
  };
  const forms = {
    questionnaire: hashOf('questionnaire'),
    shortForm: hashOf('shortForm'),
    visitForm: hashOf('visitForm'),
  };
  const tablets = new Map(
    [...leadingPeople, ...furtherPeople()]
      .filter((person) => person.role === 'teamLeader')
      .map(({ place, login }) => [
        place,
        { login, deviceId: protocol.newId(), deviceName: `${place.replace('社区', '')}平板`, sequence: 0 },
      ]),
  );
  return { demo, dice, streetId, communityIds, forms, district, office, tablets };
}

/** A team in every community; its building heads look after the first stairwells. */
async function formTeams(street: DemoStreet, people: readonly DemoPerson[]): Promise<void> {
  const { items } = await street.office.call(protocol.listPeople, { query: { limit: 500 } });
  const idOf = new Map(items.map((person) => [person.login, person.id]));
  for (const { name } of communities) {
    const areaId = must(street.communityIds.get(name), 'a community');
    const here = (role: string) =>
      people
        .filter((person) => person.place === name && person.role === role)
        .map((person) => must(idOf.get(person.login), 'a person'));
    const [leaderId] = here('teamLeader');
    const body = {
      name: `${name.replace('社区', '')}一组`,
      leaderId: must(leaderId, 'a leader'),
      memberIds: here('worker'),
    };
    await street.office.call(protocol.createTeam, { params: { areaId }, body });
    const buildings = await street.office.call(protocol.listBuildings, { params: { areaId } });
    const stairwells = buildings.flatMap((building) => building.stairwells.map((stairwell) => stairwell.id));
    for (const [index, personId] of here('buildingHead').entries()) {
      const stairwellIds = stairwells.slice(index * 3, index * 3 + 3);
      const startsOn = dayOf(street.demo.clock.now.toISOString());
      await street.office.call(protocol.appointSteward, {
        params: { areaId },
        body: { personId, level: 'stairwell', unitIds: stairwellIds, startsOn },
      });
    }
  }
}
