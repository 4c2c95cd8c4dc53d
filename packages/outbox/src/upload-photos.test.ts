import { newRandomId, Problem, type PhotoState } from '@huhudao/protocol';
import { describe, expect, test } from 'vitest';
import { changedPhoto, photoEvents, photoStates, photoTransitions, type Photo } from './photo-record.ts';
import { everythingReached } from './sync-status.ts';
import { anonymousAnswers, door, issue, photo, visit } from './testing/people-and-doors.ts';
import { fail, minute, tabletUnderTest, type Setting } from './testing/tablet-under-test.ts';

type Tablet = Awaited<ReturnType<typeof tabletUnderTest>>;

const small = { policy: { photoPart: { least: 8, most: 32 } } } satisfies Setting;

/** A worker reports an issue with photos of these sizes. */
async function report(tablet: Tablet, sizes: number[], seed = 1): Promise<Photo[]> {
  const photos = await Promise.all(sizes.map((size, index) => photo(seed * 10 + index, { size })));
  for (const one of photos) await tablet.storage.addPhoto(one);
  await tablet.finish([issue(door(seed), photos)], undefined, undefined, photos);
  return photos;
}

const states = (tablet: Tablet) => [...tablet.disk.photos.values()].map(({ state }) => state);
const photoRequests = (tablet: Tablet) => tablet.asked().filter((endpoint) => endpoint.includes('Photo'));
const stored = (tablet: Tablet, { digest }: Photo) => tablet.server.data().photos.get(digest)?.bytes.length;

/** A network on which parts of photos meet this. */
const onPart = (
  meet: (part: { offset: number; bytes: Uint8Array }, pass: () => Promise<PhotoState>) => Promise<PhotoState>,
): Setting => ({
  ...small,
  network: (server) => ({
    sendPhotoPart: (part, signal) => meet(part, () => server.sendPhotoPart(part, signal)),
  }),
});

describe('photos', () => {
  test('leave in parts behind everything else, and everything has reached the office only with them', async () => {
    const tablet = await tabletUnderTest(small);
    const [one] = await report(tablet, [100]);
    expect(await tablet.engine.status()).toMatchObject({ unsent: 1, photosUnsent: 1 });
    await tablet.engine.run();
    expect(tablet.asked()).toEqual([
      ...['push', 'pull', 'beginPhoto'],
      ...['sendPhotoPart', 'sendPhotoPart', 'sendPhotoPart', 'sendPhotoPart'],
    ]);
    expect(one && stored(tablet, one)).toBe(100);
    expect(everythingReached(await tablet.engine.status())).toBe(true);
  });

  test('go on at the byte the server has, after a cut and after a reply that never came', async () => {
    let parts = 0;
    const offsets: number[] = [];
    const tablet = await tabletUnderTest(
      onPart(async ({ offset }, pass) => {
        offsets.push(offset);
        parts += 1;
        if (parts === 2) await pass();
        if (parts === 2 || parts === 3) throw new TypeError('reset');
        return pass();
      }),
    );
    const [one] = await report(tablet, [90]);
    await tablet.engine.run();
    expect(states(tablet)).toEqual(['waiting']);
    await tablet.engine.run();
    expect(states(tablet)).toEqual(['waiting']);
    await tablet.engine.run();
    expect(states(tablet)).toEqual(['confirmed']);
    expect(one && stored(tablet, one)).toBe(90);
    // The second part arrived though its reply did not: it is not sent again.
    expect(offsets.slice(0, 4)).toEqual([0, 32, 64, 64]);
  });

  test('wait while they may not leave, also in the middle of one, and records do not wait for them', async () => {
    let wifi = false;
    let parts = 0;
    const tablet = await tabletUnderTest({
      ...onPart(async (_part, pass) => {
        parts += 1;
        if (parts === 2) wifi = false;
        return pass();
      }),
      mayUpload: () => wifi,
    });
    await report(tablet, [100]);
    expect(await tablet.engine.run()).toMatchObject({ result: 'done' });
    expect([photoRequests(tablet), tablet.inState('accepted').length]).toEqual([[], 1]);
    wifi = true;
    await tablet.engine.run();
    expect([states(tablet), parts]).toEqual([['waiting'], 2]);
    wifi = true;
    await tablet.engine.run();
    expect(states(tablet)).toEqual(['confirmed']);
  });

  test('step aside for a record that was frozen while one was on its way', async () => {
    const tablet: Tablet = await tabletUnderTest(
      onPart(async (part, pass) => {
        if (part.offset === 32 && tablet.inState('queued').length === 0)
          await tablet.finish([visit(door(9))]);
        return pass();
      }),
    );
    await report(tablet, [200]);
    await tablet.engine.run();
    expect([states(tablet), tablet.inState('queued').length]).toEqual([['waiting'], 1]);
    await tablet.engine.run();
    expect([states(tablet), tablet.inState('queued').length]).toEqual([['confirmed'], 0]);
  });

  test('that the server does not take wait with the reason, and the others go on', async () => {
    const tablet = await tabletUnderTest({
      ...small,
      network: (server) => ({
        beginPhoto: (body, signal) =>
          body.size === 40 ? fail(new Problem('photoUnreadable')) : server.beginPhoto(body, signal),
      }),
    });
    const [refused] = await report(tablet, [40, 50]);
    await tablet.engine.run();
    expect(states(tablet).toSorted()).toEqual(['confirmed', 'refused']);
    expect(await tablet.engine.status()).toMatchObject({ photosUnsent: 0, needsAttention: 1 });
    expect(everythingReached(await tablet.engine.status())).toBe(false);
    expect(refused && (await tablet.storage.readPhoto(refused.id))?.lastError?.code).toBe('photoUnreadable');
    await tablet.storage.applyPhotos([{ id: refused?.id ?? '', event: 'offeredAgain' }]);
    expect(await tablet.engine.status()).toMatchObject({ photosUnsent: 1, needsAttention: 0 });
  });

  test('of a server that is ill stop after two, and of one that answers nonsense at once', async () => {
    const ill = await tabletUnderTest({
      ...small,
      network: () => ({ beginPhoto: () => fail(new Problem('internal', { reference: 'R1' })) }),
    });
    await report(ill, [10, 20, 30]);
    expect(await ill.engine.run()).toMatchObject({ failure: { kind: 'serverError' } });
    expect(photoRequests(ill)).toHaveLength(2);
    const never = await tabletUnderTest({
      ...small,
      network: (server) => ({
        sendPhotoPart: async (part, signal) => {
          const reply = await server.sendPhotoPart(part, signal);
          return { ...reply, received: 0, complete: false };
        },
      }),
    });
    await report(never, [50]);
    expect(await never.engine.run()).toMatchObject({ failure: { kind: 'unrecognised' } });
    expect(states(never)).toEqual(['waiting']);
  });

  test('are offered again to a restored server, after their record', async () => {
    const tablet = await tabletUnderTest(small);
    const empty = tablet.server.backUp();
    const [one] = await report(tablet, [70]);
    await tablet.engine.run();
    tablet.server.restore(empty);
    await tablet.engine.run();
    expect(one && stored(tablet, one)).toBe(70);
    expect([states(tablet), tablet.inState('accepted').length]).toEqual([['confirmed'], 1]);
    const again = tablet.asked().slice(tablet.asked().lastIndexOf('push'));
    expect(again.slice(0, 3)).toEqual(['push', 'pull', 'beginPhoto']);
  });

  test('keep a minute from anonymous responses on either side', async () => {
    let wifi = false;
    const tablet = await tabletUnderTest({ ...small, mayUpload: () => wifi });
    const answerFive = async () => {
      for (let index = 0; index < 5; index += 1) await tablet.finish([], anonymousAnswers(`${index}`));
    };
    const asked = async () => {
      const before = tablet.asked().length;
      const { nextInMs } = await tablet.engine.run();
      return { requests: new Set(tablet.asked().slice(before)), nextInMs };
    };
    await report(tablet, [40]);
    await answerFive();
    await tablet.engine.run();
    await tablet.clock.pass(6 * minute);
    expect((await asked()).requests).toEqual(new Set(['pushAnonymous', 'pull']));
    wifi = true;
    const heldBack = await asked();
    expect(heldBack).toEqual({ requests: new Set(['pull']), nextInMs: 3 * minute });
    await tablet.clock.pass(3 * minute);
    expect((await asked()).requests).toEqual(new Set(['pull', 'beginPhoto', 'sendPhotoPart']));
    await answerFive();
    expect((await asked()).requests).toEqual(new Set(['pull']));
    await tablet.clock.pass(5 * minute);
    expect((await asked()).requests).toEqual(new Set(['pushAnonymous', 'pull']));
  });

  test('are kept for thirty days after their confirmation, like their record', async () => {
    const tablet = await tabletUnderTest(small);
    await report(tablet, [30]);
    await tablet.engine.run();
    await tablet.clock.pass(29 * 24 * 60 * minute);
    await tablet.engine.run();
    expect(states(tablet)).toEqual(['confirmed']);
    await tablet.clock.pass(2 * 24 * 60 * minute);
    await tablet.engine.run();
    expect(states(tablet)).toEqual([]);
  });
});

describe('the table of photos', () => {
  test('takes a confirmation back only for a restored server', () => {
    for (const event of photoEvents)
      if (event !== 'serverRestored' && event !== 'freeze')
        expect(photoTransitions.confirmed[event]).toBe('confirmed');
  });

  test('lets no event make a draft leave but the freezing of its record', () => {
    for (const event of photoEvents)
      expect(['draft', 'impossible', ...(event === 'freeze' ? ['waiting'] : [])]).toContain(
        photoTransitions.draft[event],
      );
  });

  test('is refused where it says impossible, and never counts more bytes than there are', async () => {
    const draft = await photo(1);
    expect(() => changedPhoto(draft, { id: draft.id, event: 'pick' })).toThrow('Impossible');
    const confirmed = changedPhoto(
      { ...draft, state: 'waiting' },
      { id: draft.id, event: 'acknowledged', at: '2026-11-20T08:00:00.000Z' },
    );
    expect(changedPhoto(confirmed, { id: newRandomId(), event: 'progressed', received: 3 })).toBe(confirmed);
    expect(photoStates.every((state) => photoTransitions[state].serverRestored !== 'confirmed')).toBe(true);
  });
});
