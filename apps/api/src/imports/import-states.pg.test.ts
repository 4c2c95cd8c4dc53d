import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import {
  changeHousehold,
  createArea,
  discardImport,
  downloadRejected,
  listImports,
  newId,
  readImport,
  uploadRoster,
  type ImportView,
} from '@huhudao/protocol';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';
import { closeEmptyAreas, createArea as createAreaCommand } from '../areas/areas.commands.ts';
import { applyImport } from './apply/apply-import.ts';
import { csv, ImportingOffice } from './importing-office.testing.ts';
import * as facts from './imports.facts.queries.ts';
import { forgetOldFiles } from './forget-files.ts';
import { failInterruptedImports } from './interrupted-imports.ts';

let api: TestApi;
let street: TestStreet;
let streetId: string;
let jie: TestPerson;
let office: ImportingOffice;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  ({ streetId } = street);
  jie = street.people.office;
  office = new ImportingOffice(jie, streetId);
});
afterAll(() => api.stop());

const areaHands = { addArea: createAreaCommand.run, closeEmptyAreas };
const wrong = { code: 'importStateWrong' };
const row = (room: string, community = '柳荫社区') => `${community},,建设新村,9栋,1单元,,${room},黄娜,,自住,`;
const snapshot = () => facts.snapshot(api.sql, streetId);
const door = async () =>
  must(
    (await facts.listDoors(api.sql, streetId)).find(({ building }) => building === '9栋'),
    'a door',
  );
const stored = async (one: ImportView) =>
  must(
    (await facts.listStored(api.sql, streetId)).find(({ id }) => id === one.id),
    'the import',
  );

describe('an import', () => {
  it('is discarded with its file, and can then be neither changed nor applied nor undone', async () => {
    const one = await office.upload(csv(row('101')));
    await jie.call(discardImport, office.of(one));
    expect(await stored(one)).toMatchObject({ state: 'discarded', bytes: null, rejected: false, sample: 0 });
    await expect(office.change(one, {})).rejects.toMatchObject(wrong);
    await expect(office.apply(one)).rejects.toMatchObject(wrong);
    await expect(office.undo(one)).rejects.toMatchObject(wrong);
    await expect(jie.call(discardImport, office.of(one))).rejects.toMatchObject(wrong);
    await expect(jie.call(downloadRejected, office.of(one))).rejects.toMatchObject({ code: 'notFound' });
  });

  it('discarded while it is being read stays discarded', async () => {
    const one = await office.start(csv(row('101')));
    await jie.call(discardImport, office.of(one));
    await office.upload(csv(row('102')));
    expect(await stored(one)).toMatchObject({ state: 'discarded', bytes: null });
  });

  it('is applied once', async () => {
    const one = await office.upload(csv(row('103')));
    const [first, second] = await Promise.allSettled([office.apply(one), office.apply(one)]);
    expect([first.status, second.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    const doors = await facts.listDoors(api.sql, streetId);
    expect(doors.filter(({ building }) => building === '9栋')).toHaveLength(1);
    await office.undo(await office.settled(one));
  });

  it('that was under way when the program stopped says so at the next start', async () => {
    const reading = await office.upload(csv(row('101')));
    const applying = await office.upload(csv(row('101')));
    const waiting = await office.upload(csv(row('101')));
    await facts.setState(api.sql, streetId, reading.id, 'reading');
    await facts.setState(api.sql, streetId, applying.id, 'applying');
    await failInterruptedImports(api.deps, closeEmptyAreas);
    for (const one of [reading, applying]) {
      const now = await jie.call(readImport, office.of(one));
      expect(now).toMatchObject({ state: 'failed', problem: { code: 'importInterrupted' } });
      expect(await stored(one)).toMatchObject({ bytes: null, rejected: false, sample: 0 });
    }
    expect(await stored(waiting)).toMatchObject({ state: 'preview', bytes: expect.any(Number) });
  });

  it('that fails, or is interrupted, leaves none of the areas it brought', async () => {
    const before = (await snapshot())['areas'];
    const actor = { personId: jie.id, deviceId: null };
    for (const interrupted of [false, true]) {
      const one = await office.upload(csv(row('101', '半途社区')));
      // Not being applied, the rows cannot be written; the areas are by then.
      const closing = interrupted
        ? async () => Promise.reject(new Error('the program stops'))
        : closeEmptyAreas;
      const applying = applyImport(api.deps, actor, { streetId, importId: one.id }, { ...areaHands, closeEmptyAreas: closing }); // prettier-ignore
      await expect(applying).rejects.toMatchObject(wrong);
      if (interrupted) {
        expect((await snapshot())['areas']).not.toEqual(before);
        await facts.setState(api.sql, streetId, one.id, 'applying');
        await failInterruptedImports(api.deps, closeEmptyAreas);
      }
      expect((await snapshot())['areas']).toEqual(before);
    }
  });

  it('nobody came back to is forgotten after a month', async () => {
    const old = await office.upload(csv(row('101')));
    await facts.agedBy(api.sql, streetId, old.id, 31);
    await office.upload(csv(row('101')));
    expect(await stored(old)).toMatchObject({ state: 'discarded', bytes: null, rejected: false, sample: 0 });
  });

  it('nobody came back to is forgotten after a month, though nobody uploads and nothing starts again', async () => {
    const [old, young] = [await office.upload(csv(row('101'))), await office.upload(csv(row('101')))];
    await facts.agedBy(api.sql, streetId, old.id, 31);
    await facts.agedBy(api.sql, streetId, young.id, 29);
    await forgetOldFiles(api.deps);
    expect(await stored(old)).toMatchObject({ state: 'discarded', bytes: null });
    expect(await stored(young)).toMatchObject({ state: 'preview', bytes: expect.any(Number) });
  });

  it('of another street, or of no street at all, is not found', async () => {
    const one = await office.upload(csv(row('101')));
    const other = await api.area('street', '柳湖街道', street.districtId);
    const lin = await api.person('lin', ['streetOffice', other]);
    await expect(lin.call(readImport, office.of(one))).rejects.toMatchObject({ code: 'notFound' });
    const elsewhere = { params: { areaId: other, importId: one.id } };
    await expect(lin.call(readImport, elsewhere)).rejects.toMatchObject({ code: 'notFound' });
    const ofCommunity = { areaId: street.communities.liuyin };
    await expect(jie.call(listImports, { params: ofCommunity })).rejects.toMatchObject({ code: 'notFound' });
    const upload = { params: { areaId: streetId }, body: { name: 'a.csv', type: '', bytes: csv() } };
    await expect(street.people.zhao.call(uploadRoster, upload)).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('the settings of an import', () => {
  it('say what the file does not: the community, the columns, what words mean', async () => {
    const bytes = new TextEncoder().encode('编号,楼栋,房号,状况\n1,8栋,101,老人独居\n2,8栋,102,自住\n');
    const one = await office.upload(bytes);
    expect(one).toMatchObject({
      state: 'preview',
      problem: null,
      preview: { missing: ['community'], good: 0 },
    });
    await expect(office.apply(one)).rejects.toMatchObject({ code: 'importColumnsMissing', details: { columns: 'community' } }); // prettier-ignore
    const communityId = street.communities.liuyin;
    const named = await office.change(one, { communityId });
    expect(named.preview).toMatchObject({ missing: [], communities: [{ name: '柳荫社区', known: true }] });
    const matched = await office.change(named, {
      communityId,
      columns: { building: 1, room: 2, occupancy: 3 },
    });
    expect(matched.preview).toMatchObject({ good: 1, asking: 1, unknownOccupancies: [{ word: '老人独居', rows: 1 }] }); // prettier-ignore
    const settings = { ...matched.settings, occupancyWords: { 老人独居: 'occupied' as const } };
    const answered = await office.change(matched, settings);
    expect(answered.preview).toMatchObject({ good: 2, asking: 0, changes: { added: 2 } });
    await office.undo(await office.apply(answered));
  });

  it('that do not fit the file at all leave the preview as it was, and say why', async () => {
    const one = await office.upload(csv(row('101')));
    const settings = { sheet: '不在这里' };
    const after = await office.change(one, settings);
    expect(after).toMatchObject({ state: 'preview', problem: { code: 'sheetUnknown' }, settings: {} });
    expect(after.preview).toEqual(one.preview);
    const twice = await office.change(one, { columns: { building: 3, room: 3 } });
    expect(twice).toMatchObject({ state: 'preview', problem: { code: 'mappingInvalid' } });
    expect(await office.change(one, {})).toMatchObject({ problem: null, preview: { good: 1 } });
  });

  it('name a community of the street, or are refused', async () => {
    const one = await office.upload(csv(row('101')));
    await expect(office.change(one, { communityId: newId() })).rejects.toMatchObject({ code: 'notFound' });
    expect(await stored(one)).toMatchObject({ state: 'preview' });
  });
});

describe('undoing', () => {
  it('is refused where a round goes to the households, and nothing is half-undone', async () => {
    const applied = await office.take(csv(row('101'), row('102')));
    const before = await snapshot();
    const added = (await facts.listDoors(api.sql, streetId)).find(({ building }) => building === '9栋');
    const { id } = must(added, 'a door');
    await facts.frame(api.sql, streetId, street.roundId, street.communities.liuyin, id);
    await expect(office.undo(applied)).rejects.toMatchObject({ code: 'importUndoBlocked', details: { count: 1 } }); // prettier-ignore
    expect(await snapshot()).toEqual(before);
    expect(await stored(applied)).toMatchObject({ state: 'applied' });
    await facts.unframe(api.sql, streetId, id);
    await office.undo(applied);
  });

  it('goes backwards: an import that a later one built upon waits for that one', async () => {
    const first = await office.take(csv(row('101')));
    const second = await office.take(csv(row('102')));
    await expect(office.undo(first)).rejects.toMatchObject({ code: 'importOvertaken' });
    await office.undo(second);
    expect(await office.undo(first)).toMatchObject({ state: 'undone' });
    await expect(office.undo(first)).rejects.toMatchObject(wrong);
  });

  it('leaves what somebody has corrected since in other fields', async () => {
    const base = await office.take(csv(row('101')));
    const applied = await office.take(csv('柳荫社区,,建设新村,9栋,1单元,,101,黄娜,,出租,'));
    const door = must(
      (await facts.listDoors(api.sql, streetId)).find((one) => one.building === '9栋'),
      'a door',
    );
    const params = { areaId: streetId, householdId: door.id };
    await jie.call(changeHousehold, { params, body: { note: '请走侧门', caution: '有犬' } });
    await office.undo(applied);
    const after = (await facts.listDoors(api.sql, streetId)).find((one) => one.id === door.id);
    expect(after).toMatchObject({ occupancy: 'occupied', note: '请走侧门' });
    await jie.call(changeHousehold, { params, body: { note: null, caution: null } });
    await office.undo(base);
  });

  it('leaves what somebody has corrected since in the very fields it changed', async () => {
    const base = await office.take(csv(row('101')));
    const applied = await office.take(csv('柳荫社区,,建设新村,9栋,1单元,,101,黄娜,,出租,导入的话'));
    const { id } = await door();
    const params = { areaId: streetId, householdId: id };
    await jie.call(changeHousehold, { params, body: { occupancy: 'vacant', note: null } });
    await office.undo(applied);
    expect(await door()).toMatchObject({ occupancy: 'vacant', note: null });
    await jie.call(changeHousehold, { params, body: { occupancy: 'occupied' } });
    await office.undo(base);
  });

  it.each([
    { doNotContact: true },
    { caution: '有犬' },
    { note: '请走侧门' },
    { occupancy: 'vacant' },
  ] as const)('takes no household away about which somebody has decided since: %o', async (body) => {
    const applied = await office.take(csv(row('101'), row('102')));
    const params = { areaId: streetId, householdId: (await door()).id };
    await jie.call(changeHousehold, { params, body });
    await expect(office.undo(applied)).rejects.toMatchObject({ code: 'importUndoBlocked', details: { count: 1 } }); // prettier-ignore
    const before = { doNotContact: false, caution: null, note: null, occupancy: 'occupied' as const };
    await jie.call(changeHousehold, { params, body: before });
    await office.undo(applied);
  });

  it('keeps a community it brought where somebody works by now', async () => {
    const applied = await office.take(csv(row('101', '新开社区'), row('101', '空白社区')));
    const guan = await api.person('guan', ['administrator', street.districtId]);
    const areas = (await snapshot())['areas'];
    const kept = must(
      areas?.find((area) => area['name'] === '新开社区'),
      'the community',
    );
    await guan.call(createArea, {
      params: { areaId: String(kept['id']) },
      body: { kind: 'grid', name: '第1网格' },
    });
    await office.undo(applied);
    const names = (await snapshot())['areas']?.map((area) => area['name']);
    expect(names).toContain('新开社区');
    expect(names).not.toContain('空白社区');
  });
});

describe('somebody who changes the register while an import is being prepared', () => {
  it('is not overwritten by what the import had read before', async () => {
    const base = await office.take(csv(row('101')));
    const door = must(
      (await facts.listDoors(api.sql, streetId)).find((one) => one.building === '9栋'),
      'a door',
    );
    const one = await office.upload(csv('柳荫社区,,建设新村,9栋,1单元,,101,黄娜,,空置,'));
    await facts.setState(api.sql, streetId, one.id, 'applying');
    const actor = { personId: jie.id, deviceId: null };
    const name = { streetId, importId: one.id };
    const { work } = await facts.whileStreetIsLocked(api.sql, streetId, door.id, '抢先', () =>
      applyImport(api.deps, actor, name, areaHands),
    );
    await work;
    expect(await jie.call(readImport, office.of(one))).toMatchObject({
      state: 'applied',
      result: { changed: 1 },
    });
    const after = (await facts.listDoors(api.sql, streetId)).find(({ id }) => id === door.id);
    expect(after).toMatchObject({ occupancy: 'vacant', note: '抢先' });
    await office.undo(one);
    await expect(office.undo(base)).rejects.toMatchObject({ code: 'importUndoBlocked' });
  });
});
