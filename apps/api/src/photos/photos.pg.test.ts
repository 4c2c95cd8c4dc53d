import { createHash } from 'node:crypto';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@huhudao/domain';
import { beginPhoto, listQuarantine, photoByteLimit, photoPartLimit } from '@huhudao/protocol';
import { announce, photoOf, sendPart, sendPhoto, takePhoto, type TestPhoto } from '../testing/photo.ts';
import { Records } from '../testing/records.ts';
import { revokeDevice } from '../sync/push.facts.queries.ts';
import { startTestApi, type TestApi, type TestTablet } from '../testing/test-api.ts';
import { buildTestStreet, type TestStreet } from '../testing/test-street.ts';
import { countAudited, countParts, forgetConfirmation, readStored } from './photos.facts.queries.ts';
import { forgetUnnamedPhotos } from './receive-photos.ts';

let api: TestApi;
let street: TestStreet;
let li: TestTablet;
let number = 0;

beforeAll(async () => {
  api = await startTestApi();
  street = await buildTestStreet(api);
  li = await api.tablet(street.people.li);
});
afterAll(() => api.stop());

/** Another picture each time. */
const another = (width?: number): Promise<TestPhoto> => takePhoto((number += 1), width);
const begin = (photo: TestPhoto) => announce(li, street.streetId, photo);
const part = (photo: TestPhoto, from: number, to: number) => sendPart(li, street.streetId, photo, [from, to]);
const send = (photo: TestPhoto, partBytes?: number) => sendPhoto(li, street.streetId, photo, partBytes);

async function storedHash({ digest }: TestPhoto): Promise<string> {
  const [stored] = await readStored(api.sql, street.streetId, digest);
  return createHash('sha256')
    .update(stored?.bytes ?? new Uint8Array())
    .digest('hex');
}

async function partsOf({ digest }: TestPhoto): Promise<number> {
  return must((await countParts(api.sql, street.streetId, digest))[0], 'a count').count;
}

describe('a photo', () => {
  it('arrives in parts, is confirmed only with its last byte, and is what was sent', async () => {
    const photo = await another();
    expect(photo.size).toBeGreaterThan(photoPartLimit);
    expect(await begin(photo)).toMatchObject({ received: 0, complete: false });
    expect(await part(photo, 0, 100_000)).toMatchObject({ received: 100_000, complete: false });
    expect(await part(photo, 100_000, photo.size - 1)).toMatchObject({ complete: false });
    expect(await part(photo, photo.size - 1, photo.size)).toMatchObject({ complete: true });
    expect(await storedHash(photo)).toBe(photo.digest);
  });

  it('cut off after any number of bytes goes on where it was, and its parts may be of any size', async () => {
    const bytes = fc.integer({ min: 1, max: photoPartLimit });
    await fc.assert(
      fc.asyncProperty(fc.array(bytes, { maxLength: 4 }), bytes, async (cuts, size) => {
        const photo = await another(300);
        await begin(photo);
        for (const cut of cuts) {
          const { received } = await begin(photo);
          if (received < photo.size) await part(photo, received, Math.min(photo.size, received + cut));
        }
        expect(await send(photo, Math.max(2_000, size))).toMatchObject({ complete: true });
        expect(await storedHash(photo)).toBe(photo.digest);
      }),
      { numRuns: 15 },
    );
  });

  it('sent again has one effect: a part that is here changes nothing, and a whole photo stays confirmed', async () => {
    const photo = await another();
    await begin(photo);
    await Promise.allSettled([1, 2, 3, 4].map(() => part(photo, 0, 50_000)));
    expect(await begin(photo)).toMatchObject({ received: 50_000 });
    expect(await part(photo, 10_000, 20_000)).toMatchObject({ received: 50_000, complete: false });
    await send(photo);
    await Promise.allSettled([1, 2, 3].map(() => send(photo)));
    expect(await part(photo, 0, 1_000)).toMatchObject({ received: photo.size, complete: true });
    expect(await storedHash(photo)).toBe(photo.digest);
  });

  it('is confirmed by the next question where the server died after its last byte', async () => {
    const photo = await another(200);
    await begin(photo);
    // What a kill between the last part and its check leaves behind.
    await part(photo, 0, photo.size).catch(() => undefined);
    await forgetConfirmation(api.sql, street.streetId, photo.digest);
    expect(await begin(photo)).toMatchObject({ complete: true });
  });

  it('is written into the audit once it is whole: how large it is, and neither what it shows nor its digest', async () => {
    const photo = await another(200);
    await send(photo);
    const [entry] = await countAudited(api.sql, street.streetId, photo.digest);
    expect(entry).toEqual({ received: expect.any(Number), naming: 0 });
    expect(entry?.received).toBeGreaterThan(0);
  });
});

describe('what is refused', () => {
  it('leaves a gap or overlaps: the answer says how much is here', async () => {
    const photo = await another();
    await begin(photo);
    await part(photo, 0, 1_000);
    for (const [from, to] of [
      [2_000, 3_000],
      [500, 1_500],
    ] as const)
      await expect(part(photo, from, to)).rejects.toMatchObject({
        code: 'photoOffsetWrong',
        details: { received: 1_000 },
      });
  });

  it('was never announced, or is larger than a photo or a part may be', async () => {
    const photo = await another();
    await expect(part(photo, 0, 1_000)).rejects.toMatchObject({ code: 'photoNotBegun' });
    const body = { streetId: street.streetId, digest: photo.digest, type: photo.type };
    await expect(li.call(beginPhoto, { body: { ...body, size: photoByteLimit + 1 } })).rejects.toMatchObject({
      code: 'photoTooLarge',
    });
    await begin(photo);
    await expect(part(photo, 0, photoPartLimit + 1)).rejects.toMatchObject({
      code: 'bodyTooLarge',
      details: { limit: '256 kB' },
    });
    expect(await begin(photo)).toMatchObject({ received: 0 });
  });

  it('has another digest than it was announced by: the parts are thrown away, and it can be sent anew', async () => {
    const photo = await another(200);
    const forged = { ...photo, bytes: photo.bytes.map((byte) => byte ^ 1) };
    await begin(photo);
    await expect(part(forged, 0, photo.size)).rejects.toMatchObject({ code: 'photoDigestWrong' });
    expect(await partsOf(photo)).toBe(0);
    expect(await send(photo)).toMatchObject({ complete: true });
  });

  it('announced with another size is begun anew, and a confirmed one is not taken back by that', async () => {
    const photo = await another(200);
    await announce(li, street.streetId, { ...photo, size: photo.size - 1 });
    await part(photo, 0, 1_000);
    expect(await begin(photo)).toMatchObject({ received: 0 });
    await send(photo);
    expect(await announce(li, street.streetId, { ...photo, size: 5 })).toMatchObject({ complete: true });
  });

  it('is no picture, is cut off, or is another kind of picture than was said', async () => {
    const jpeg = await another(200);
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    const refused = [
      photoOf(Buffer.from('no picture at all')),
      photoOf(svg),
      photoOf(jpeg.bytes.subarray(0, jpeg.size - 2_000)),
      photoOf(new Uint8Array([...jpeg.bytes, 0]), 'image/png'),
      photoOf(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), svg])),
    ];
    for (const photo of refused) {
      await expect(send(photo)).rejects.toMatchObject({ code: 'photoUnreadable' });
      expect(await partsOf(photo)).toBe(0);
    }
  });

  it('tells where it was taken: in Exif, in XMP, or in an Exif block nobody can read', async () => {
    const plain = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#789' } });
    const gps = { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1' };
    const located = await plain().jpeg().withExif({ IFD3: gps }).toBuffer();
    const unreadable = Buffer.from(located);
    unreadable.write('XX', unreadable.indexOf('Exif') + 6, 'latin1');
    const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/" x:city="云溪"/>';
    const photos = [
      photoOf(located),
      photoOf(await plain().webp().withExif({ IFD3: gps }).toBuffer(), 'image/webp'),
      photoOf(await plain().png().withExif({ IFD3: gps }).toBuffer(), 'image/png'),
      photoOf(await plain().jpeg().withXmp(xmp).toBuffer()),
      photoOf(unreadable),
    ];
    for (const photo of photos) await expect(send(photo)).rejects.toMatchObject({ code: 'photoHasLocation' });
  });

  it('does not hit a picture whose Exif says only how it is turned', async () => {
    const turned = sharp({ create: { width: 40, height: 30, channels: 3, background: '#987' } }).jpeg();
    expect(await send(photoOf(await turned.withMetadata({ orientation: 6 }).toBuffer()))).toMatchObject({
      complete: true,
    });
  });
});

describe('photos whose issue never came', () => {
  it('are forgotten after thirty days; one that an issue names stays', async () => {
    const records = new Records(api, street);
    const [lonely, named] = [await another(200), await another(200)];
    await send(lonely);
    await send(named);
    const { bytes: _, ...reference } = named;
    const door = must(street.doors.liuyin[0], 'a door');
    const results = await records.push(li, records.issue(door, { photos: [reference] }));
    expect(results).toMatchObject([{ result: 'accepted' }]);
    const before = api.clock.now;
    api.clock.now = new Date(before.getTime() + 29 * 86_400_000);
    await forgetUnnamedPhotos(api.deps);
    expect(await partsOf(lonely)).toBe(1);
    api.clock.now = new Date(before.getTime() + 31 * 86_400_000);
    await forgetUnnamedPhotos(api.deps);
    expect([await partsOf(lonely), await partsOf(named)]).toEqual([0, 1]);
    api.clock.now = before;
  });
});

describe('a revoked tablet', () => {
  it('hands photos over with the issue that goes on hold, and they are kept with it', async () => {
    const records = new Records(api, street);
    const lost = await api.tablet(street.people.li);
    await revokeDevice(api.sql, lost.deviceId, api.clock.now.toISOString());
    api.identities.forget();
    const photo = await another(200);
    const { bytes: _, ...reference } = photo;
    const door = must(street.doors.liuyin[1], 'a door');
    const results = await records.push(lost, records.issue(door, { photos: [reference, reference] }));
    expect(results).toMatchObject([{ result: 'rejected', code: 'deviceRevoked' }]);
    const params = { params: { areaId: street.streetId } };
    const onHold = () => street.people.office.call(listQuarantine, params);
    expect(await onHold()).toMatchObject([{ kind: 'reportIssue', photos: { named: 1, arrived: 0 } }]);
    expect(await sendPhoto(lost, street.streetId, photo)).toMatchObject({ complete: true });
    expect(await onHold()).toMatchObject([{ photos: { named: 1, arrived: 1 } }]);
    const before = api.clock.now;
    api.clock.now = new Date(before.getTime() + 31 * 86_400_000);
    await forgetUnnamedPhotos(api.deps);
    expect(await storedHash(photo)).toBe(photo.digest);
    api.clock.now = before;
  });
});

describe('a tablet', () => {
  it('of another street finds no photo here, and has not taken its digest', async () => {
    const other = await api.area('street', '石桥街道', street.districtId);
    const community = await api.area('community', '石桥社区', other);
    const qian = await api.tablet(await api.person('qian', ['worker', community]));
    const photo = await another(200);
    await send(photo);
    await expect(announce(qian, street.streetId, photo)).rejects.toMatchObject({ code: 'notFound' });
    expect(await announce(qian, other, photo)).toMatchObject({ received: 0, complete: false });
  });

  it('of a building head or an assessor sends none', async () => {
    const photo = await another(200);
    for (const role of ['buildingHead', 'assessor'] as const) {
      const area = role === 'assessor' ? street.districtId : street.communities.liuyin;
      const tablet = await api.tablet(await api.person(role, [role, area]));
      await expect(announce(tablet, street.streetId, photo)).rejects.toMatchObject({ code: 'notFound' });
    }
  });
});
