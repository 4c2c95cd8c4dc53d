import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fractionalSystematic } from './fractional-systematic.ts';
import { hashFrame } from './frame.ts';
import { drawRequests, frameOf } from './frames.testing.ts';
import { drawProgramme, stratumSeed } from './programme.ts';
import { replayDraw } from './replay.ts';
import { drawSample, inclusionProbabilities } from './sample-draw.ts';

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const keysOf = (frame: readonly { readonly key: string }[]) => frame.map(({ key }) => key);

describe('a draw', () => {
  test('has every door once at most, from its frame, in frame order within each take', () => {
    fc.assert(
      fc.property(drawRequests, (request) => {
        const places = new Map(request.frame.map(({ key }, place) => [key, place]));
        const { elements } = drawSample(request);
        expect(new Set(keysOf(elements)).size).toBe(elements.length);
        for (const take of Map.groupBy(elements, ({ replicate }) => replicate).values()) {
          const order = take.map(({ key }) => places.get(key) ?? Number.NaN);
          expect(order).toEqual(order.toSorted((one, other) => one - other));
        }
      }),
      { numRuns: 200 },
    );
  });

  test('of one stage has exactly the doors asked for in the main sample and in each replicate', () => {
    fc.assert(
      fc.property(drawRequests, (request) => {
        fc.pre(request.design.kind === 'systematic');
        const { design, reserves, elements } = drawSample(request);
        const sizes = Map.groupBy(elements, ({ replicate }) => replicate);
        if (design.kind === 'systematic') expect(sizes.get(0)?.length ?? 0).toBe(design.size);
        for (let replicate = 1; replicate <= reserves.replicates; replicate += 1) {
          expect(sizes.get(replicate)?.length ?? 0).toBe(reserves.size);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('knows every door’s probability: in (0, 1], never falling as replicates are released', () => {
    fc.assert(
      fc.property(drawRequests, (request) => {
        const probabilities = inclusionProbabilities(request);
        expect(probabilities.size).toBe(request.frame.length);
        const { elements, reserves } = drawSample(request);
        for (const { key, replicate, inclusionProbabilities: own } of elements) {
          expect(own).toEqual(probabilities.get(key));
          expect(own).toHaveLength(1 + reserves.replicates);
          expect(own.toSorted((one, other) => one - other)).toEqual(own);
          expect(own[replicate]).toBeGreaterThan(0);
          expect(own.at(-1)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('has probabilities that add up to the doors taken', () => {
    const totalAfter = (request: Parameters<typeof inclusionProbabilities>[0], released: number) =>
      sum([...inclusionProbabilities(request).values()].map((each) => each[released] ?? Number.NaN));
    const frame = frameOf([12, 24, 7, 30, 66]);
    const reserves = { replicates: 2, size: 2 };
    const systematic = { frame, reserves, design: { kind: 'systematic' as const, size: 20 } };
    expect([0, 1, 2].map((released) => totalAfter(systematic, released))).toEqual([
      expect.closeTo(20, 9),
      expect.closeTo(22, 9),
      expect.closeTo(24, 9),
    ]);
    const twoStage = { frame, reserves, design: { kind: 'twoStage' as const, clusters: 3, take: 2 } };
    expect([0, 1, 2].map((released) => totalAfter(twoStage, released))).toEqual([
      expect.closeTo(6, 9),
      expect.closeTo(12, 9),
      expect.closeTo(18, 9),
    ]);
  });

  test('of two stages takes the same number in every stairwell drawn, or all of a smaller one', () => {
    const frame = frameOf([12, 24, 3, 30, 66]);
    const { elements } = drawSample({ frame, seed: 's', design: { kind: 'twoStage', clusters: 5, take: 5 } });
    const clusterOf = new Map(frame.map(({ key, cluster }) => [key, cluster]));
    const takes = [...Map.groupBy(elements, ({ key }) => clusterOf.get(key)).values()].map(
      (doors) => doors.length,
    );
    expect(takes).toEqual([5, 5, 3, 5, 5]);
  });

  test('without reserves is the plain systematic list, and reserves leave its main sample as it is', () => {
    const frame = frameOf([40, 63]);
    const plain = fractionalSystematic({ frame, size: 10, seed: 'huhudao' }).selected;
    const design = { kind: 'systematic' as const, size: 10 };
    expect(keysOf(drawSample({ frame, seed: 'huhudao', design }).elements)).toEqual(keysOf(plain));
    const withReserves = drawSample({ frame, seed: 'huhudao', design, reserves: { replicates: 3, size: 5 } });
    const main = withReserves.elements.filter(({ replicate }) => replicate === 0);
    expect(keysOf(main)).toEqual(keysOf(plain));
  });

  test('version 1 of two stages still draws the list it drew when it was released', () => {
    const drawn = drawSample({
      frame: frameOf([4, 12, 7, 9, 40]),
      seed: 'huhudao',
      design: { kind: 'twoStage', clusters: 3, take: 2 },
      reserves: { replicates: 1, size: 1 },
    });
    expect(drawn.algorithm).toBe('two-stage-pps/1');
    expect(drawn.frameHash).toBe('e80b41bf0afe53ca9bebd625c406b7f251ef694bb5329493ed193340486d1f95');
    expect(drawn.elements.map(({ key, replicate }) => `${replicate} ${key}`)).toEqual([
      '0 door 1-3',
      '0 door 1-9',
      '0 door 3-0',
      '0 door 3-4',
      '0 door 4-9',
      '0 door 4-29',
      '1 door 1-5',
      '1 door 3-1',
      '1 door 4-0',
    ]);
  });

  test('refuses a door twice, a door without stairwell, and more than the frame holds', () => {
    const [door] = frameOf([1]);
    if (door === undefined) throw new Error('no door');
    const refused = (code: string) => expect.objectContaining({ code });
    const systematic = { kind: 'systematic', size: 1 } as const;
    expect(() => drawSample({ frame: [door, door], seed: 's', design: systematic })).toThrow(
      refused('duplicateElement'),
    );
    const twoStage = { kind: 'twoStage', clusters: 1, take: 1 } as const;
    expect(() => drawSample({ frame: [{ key: 'a' }], seed: 's', design: twoStage })).toThrow(
      refused('invalidCount'),
    );
    const reserves = { replicates: 1, size: 1 };
    expect(() => drawSample({ frame: [door], seed: 's', design: systematic, reserves })).toThrow(
      refused('sampleTooLarge'),
    );
    expect(() => drawSample({ frame: [door], seed: 's', design: { ...twoStage, clusters: 2 } })).toThrow(
      refused('sampleTooLarge'),
    );
  });
});

describe('a replay', () => {
  test('draws the same list from what was stored, carried as text', () => {
    fc.assert(
      fc.property(drawRequests, (request) => {
        const stored: ReturnType<typeof drawSample> = JSON.parse(JSON.stringify(drawSample(request)));
        const frame: typeof request.frame = JSON.parse(JSON.stringify(request.frame));
        const { sameList, sameFrame, drawn } = replayDraw(frame, stored);
        expect({ sameList, sameFrame }).toEqual({ sameList: true, sameFrame: true });
        expect(drawn).toEqual(stored);
        const unordered = { ...stored, elements: stored.elements.toReversed() };
        expect(replayDraw(frame, unordered).sameList).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('tells a door added, left out, exchanged or moved to another replicate', () => {
    const design = { kind: 'systematic', size: 6 } as const;
    const frame = frameOf([40]);
    const stored = drawSample({ frame, seed: 's', design, reserves: { replicates: 1, size: 2 } });
    const [first, ...others] = stored.elements;
    if (first === undefined) throw new Error('nothing was drawn');
    const drawn = new Set(keysOf(stored.elements));
    const [other] = keysOf(frame).filter((key) => !drawn.has(key));
    if (other === undefined) throw new Error('every door was drawn');
    for (const elements of [
      others,
      [...stored.elements, { key: other, replicate: 0 }],
      [{ key: other, replicate: 0 }, ...others],
      [{ ...first, replicate: 1 }, ...others],
      [...stored.elements, first],
    ]) {
      expect(replayDraw(frame, { ...stored, elements })).toMatchObject({ sameList: false, sameFrame: true });
    }
  });

  test('tells another frame or another order, and draws nothing from it', () => {
    const frame = frameOf([40]);
    const stored = drawSample({ frame, seed: 's', design: { kind: 'systematic', size: 6 } });
    const changed = { sameList: false, sameFrame: false, drawn: undefined };
    expect(replayDraw(frame.toReversed(), stored)).toEqual(changed);
    expect(replayDraw(frame.slice(1), stored)).toEqual(changed);
    expect(replayDraw([], stored)).toEqual(changed);
  });

  test('refuses an algorithm it does not know, or one of the other design', () => {
    const frame = frameOf([40]);
    const stored = drawSample({ frame, seed: 's', design: { kind: 'systematic', size: 6 } });
    for (const algorithm of ['fractional-systematic/0', 'toString', 'two-stage-pps/1']) {
      expect(() => replayDraw(frame, { ...stored, algorithm })).toThrow(
        expect.objectContaining({ code: 'algorithmUnknown' }),
      );
    }
  });
});

describe('the hash of a frame', () => {
  test('is SHA-256 of its lines, and another one for another order or another stairwell', () => {
    expect(hashFrame([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hashFrame([{ key: 'abc' }])).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    const frame = frameOf([2, 2]);
    const moved = frame.map(({ key }) => ({ key, cluster: 'another' }));
    expect(
      new Set([frame, frame.toReversed(), frame.map(({ key }) => ({ key })), moved].map(hashFrame)).size,
    ).toBe(4);
  });
});

describe('a programme', () => {
  const strata = ['liuyin', 'nanqiao', 'beiyuan'].map((stratum, index) => ({
    street: index === 2 ? 'heping' : 'xingfu',
    stratum,
    frame: frameOf([20 + index, 30, 50]),
    design: { kind: 'systematic' as const, size: 10 },
  }));

  test('draws the same list in a stratum in whatever order the strata come, and whichever others there are', () => {
    const drawn = drawProgramme('2026', strata);
    expect(drawProgramme('2026', strata.toReversed()).toReversed()).toEqual(drawn);
    expect(drawProgramme('2026', strata.slice(1))).toEqual(drawn.slice(1));
  });

  test('gives every stratum random numbers of its own under the one seed, which is stored', () => {
    const drawn = drawProgramme('2026', strata);
    expect(new Set(drawn.map(({ seed }) => seed)).size).toBe(3);
    expect(drawn[0]?.seed).toBe(stratumSeed('2026', 'xingfu', 'liuyin'));
    for (const draw of drawn) {
      const stratum = strata.find((one) => one.stratum === draw.stratum);
      expect(replayDraw(stratum?.frame ?? [], draw).sameList).toBe(true);
    }
  });
});
