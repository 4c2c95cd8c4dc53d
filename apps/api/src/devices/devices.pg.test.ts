import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDevices, newId, reportLost, revokeDevice } from '@huhudao/protocol';
import { must } from '@huhudao/domain';
import { sendPhoto, takePhoto } from '../testing/photo.ts';
import { Records } from '../testing/records.ts';
import { buildTestStreet } from '../testing/test-street.ts';
import { startTestApi, type TestApi, type TestPerson, type TestTablet } from '../testing/test-api.ts';

let api: TestApi;
let guan: TestPerson, jie: TestPerson, sun: TestPerson;
let tablet: TestTablet, farTablet: TestTablet;
let sunsCommunity: string;

beforeAll(async () => {
  api = await startTestApi();
  const district = await api.area('district', '云溪区', null);
  const street = await api.area('street', '云溪街道', district);
  const liuyin = await api.area('community', '柳荫社区', street);
  sunsCommunity = liuyin;
  const farStreet = await api.area('street', '石桥街道', district);
  const nanqiao = await api.area('community', '南桥社区', farStreet);
  guan = await api.person('guan', ['administrator', district]);
  jie = await api.person('jie', ['administrator', street]);
  sun = await api.person('sun', ['worker', liuyin]);
  tablet = await api.tablet(sun);
  farTablet = await api.tablet(await api.person('zhou', ['worker', nanqiao]));
});
afterAll(() => api.stop());

describe('tablets', () => {
  it('are listed with the person last seen on them, to those whose areas they are used in', async () => {
    const all = await guan.call(listDevices, {});
    expect(all.map((one) => one.id).toSorted()).toEqual([tablet.deviceId, farTablet.deviceId].toSorted());
    const own = await jie.call(listDevices, {});
    expect(own).toMatchObject([{ id: tablet.deviceId, lastPersonName: 'sun', revokedAt: null }]);
  });

  it('that lost records before they were sent are listed with how many the office has not got', async () => {
    const [gone, kept] = [newId(), newId()];
    const street = api.deps.areas.streetsWithin(sunsCommunity)[0]?.id ?? '';
    await api.sql`
      insert into mutation_claim (street_id, id, content_hash, result)
      values (${street}, ${kept}, '\\x00', 'accepted')`;
    const report = () => tablet.call(reportLost, { body: { ids: [gone, kept] } });
    expect(await report()).toEqual({ lost: [gone] });
    const at = api.clock.now.toISOString();
    api.clock.now = new Date(api.clock.now.getTime() + 60_000);
    expect(await report()).toEqual({ lost: [gone] });
    expect(await jie.call(listDevices, {})).toMatchObject([
      { id: tablet.deviceId, lost: 1, lostReportedAt: at },
    ]);
    const [far] = (await guan.call(listDevices, {})).filter(({ id }) => id === farTablet.deviceId);
    expect(far).toMatchObject({ lost: 0, lostReportedAt: null });
  });

  it('are listed with the photos that their issues name and that have not arrived', async () => {
    const street = await buildTestStreet(api);
    const records = new Records(api, street);
    const own = await api.tablet(street.people.li);
    const admin = await api.person('jie', ['administrator', street.streetId]);
    const toCome = async () =>
      (await admin.call(listDevices, {})).find(({ id }) => id === own.deviceId)?.photosToCome;
    const [first, second] = [await takePhoto(1, 200), await takePhoto(2, 200)];
    const photos = [first, second].map(({ bytes: _, ...reference }) => reference);
    await records.push(own, records.issue(must(street.doors.liuyin[0], 'a door'), { photos }));
    expect(await toCome()).toBe(2);
    await sendPhoto(own, street.streetId, first);
    expect(await toCome()).toBe(1);
    const damaged = { ...second, bytes: second.bytes.map((byte) => byte ^ 1) };
    await expect(sendPhoto(own, street.streetId, damaged)).rejects.toMatchObject({
      code: 'photoDigestWrong',
    });
    expect(await toCome()).toBe(0);
  });

  it('that are revoked stay known as revoked from that moment on', async () => {
    expect(await api.identities.byCredential(tablet.token)).toMatchObject({ deviceRevoked: false });
    const params = { deviceId: tablet.deviceId };
    const revoked = await jie.call(revokeDevice, { params });
    expect(revoked.revokedAt).toBe(api.clock.now.toISOString());
    expect(await api.identities.byCredential(tablet.token)).toMatchObject({ deviceRevoked: true });
    api.clock.now = new Date(api.clock.now.getTime() + 60_000);
    expect(await jie.call(revokeDevice, { params })).toMatchObject({ revokedAt: revoked.revokedAt });
  });

  it('of another street cannot be revoked', async () => {
    const attempt = jie.call(revokeDevice, { params: { deviceId: farTablet.deviceId } });
    await expect(attempt).rejects.toMatchObject({ code: 'notFound' });
  });
});
