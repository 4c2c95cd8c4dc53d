import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEligible, kishGrid, selectByKishGrid, selectByNextBirthday } from './household-selection.ts';

/** Kish's eight tables (1949), each with its share of the households in twelfths: whom to ask of 1, 2, 3 … adults. */
const publishedTables: readonly [twelfths: number, grid: readonly number[]][] = [
  [2, [1, 1, 1, 1, 1, 1]],
  [1, [1, 1, 1, 1, 2, 2]],
  [1, [1, 1, 1, 2, 2, 2]],
  [2, [1, 1, 2, 2, 3, 3]],
  [2, [1, 2, 2, 3, 4, 4]],
  [1, [1, 2, 3, 3, 3, 5]],
  [1, [1, 2, 3, 4, 5, 5]],
  [2, [1, 2, 3, 4, 5, 6]],
];
const inTwelfths = publishedTables.flatMap(([twelfths, grid]) =>
  Array.from({ length: twelfths }, () => grid),
);

const zhang = { name: 'zhang', birthday: { month: 3, day: 8 } };
const li = { name: 'li', birthday: { month: 11, day: 30 } };
const wang = { name: 'wang', birthday: { month: 2, day: 29 } };

describe('who may answer', () => {
  test('is 18 to 65 and has lived here six months, both ends included', () => {
    expect(isEligible({ age: 18, monthsResident: 6 })).toBe(true);
    expect(isEligible({ age: 65, monthsResident: 240 })).toBe(true);
    expect(isEligible({ age: 17, monthsResident: 6 })).toBe(false);
    expect(isEligible({ age: 66, monthsResident: 6 })).toBe(false);
    expect(isEligible({ age: 40, monthsResident: 5 })).toBe(false);
  });

  test('can be configured', () => {
    const rule = { youngest: 16, oldest: 120, monthsResident: 1 };
    expect(isEligible({ age: 90, monthsResident: 1 }, rule)).toBe(true);
    expect(isEligible({ age: 16, monthsResident: 0 }, rule)).toBe(false);
  });
});

describe('the Kish grid', () => {
  test('is one of Kish’s published tables for up to four adults and for six', () => {
    const sameAsAPrinted = (grid: readonly number[]) =>
      inTwelfths.some((printed) => [0, 1, 2, 3, 5].every((column) => printed[column] === grid[column]));
    for (let household = 0; household < 500; household += 1) {
      expect(kishGrid('round', `household ${household}`, 6)).toSatisfy(sameAsAPrinted);
    }
  });

  test('gives every adult of a household of any size the same chance, within 4.5 standard errors of 20,000', () => {
    const [households, largest] = [20_000, 9];
    const hits = Array.from({ length: largest }, () => Array.from({ length: largest }, () => 0));
    for (let household = 0; household < households; household += 1) {
      for (const [column, chosen] of kishGrid('round', `household ${household}`, largest).entries()) {
        const counts = hits[column] ?? [];
        counts[chosen - 1] = (counts[chosen - 1] ?? 0) + 1;
      }
    }
    for (const [column, counts] of hits.entries()) {
      const share = 1 / (column + 1);
      const standardError = Math.sqrt(share * (1 - share) * households);
      for (const [adult, count] of counts.entries()) {
        const expected = adult <= column ? households * share : 0;
        expect(Math.abs(count - expected)).toBeLessThanOrEqual(4.5 * standardError);
      }
    }
  });

  test('is fixed by the seed and the household, and selects as it says; the weight is the number of adults', () => {
    fc.assert(
      fc.property(fc.string(), fc.uuid(), fc.integer({ min: 1, max: 12 }), (seed, household, count) => {
        const adults = Array.from({ length: count }, (_, index) => `adult ${index + 1}`);
        const { adult, eligibleAdults, inclusionProbability } = selectByKishGrid(seed, household, adults);
        expect(adult).toBe(`adult ${kishGrid(seed, household, count)[count - 1]}`);
        expect(eligibleAdults).toBe(count);
        expect(inclusionProbability * eligibleAdults).toBeCloseTo(1, 12);
      }),
    );
  });

  test('refuses a household with nobody to ask', () => {
    expect(() => selectByKishGrid('s', 'h', [])).toThrow(expect.objectContaining({ code: 'nobodyEligible' }));
  });
});

describe('the next birthday', () => {
  const select = (adults: readonly (typeof zhang)[], month: number, day: number) =>
    selectByNextBirthday('round', 'household', adults, { month, day }).adult.name;

  test('is looked for from the day of the visit on, and over the end of the year', () => {
    expect(select([zhang, li, wang], 11, 22)).toBe('li');
    expect(select([zhang, li, wang], 12, 1)).toBe('wang');
    expect(select([zhang, li, wang], 3, 1)).toBe('zhang');
  });

  test('a birthday on the day itself has come and is the furthest away', () => {
    expect(select([zhang, li, wang], 11, 30)).toBe('wang');
    expect(select([li], 11, 30)).toBe('li');
  });

  test('29 February comes before 1 March and after the 28th, in every year', () => {
    expect(select([wang, { name: 'zhao', birthday: { month: 3, day: 1 } }], 2, 28)).toBe('wang');
    expect(select([wang, { name: 'zhao', birthday: { month: 2, day: 28 } }], 2, 27)).toBe('zhao');
  });

  test('chooses the same adult in whatever order they are named', () => {
    const birthday = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    const adults = fc
      .uniqueArray(birthday, { minLength: 1, maxLength: 6, selector: ({ month, day }) => month * 100 + day })
      .map((days) => days.map((day, index) => ({ name: `adult ${index}`, birthday: day })));
    fc.assert(
      fc.property(adults, birthday, (named, visit) => {
        const chosen = selectByNextBirthday('s', 'h', named, visit);
        expect(selectByNextBirthday('s', 'h', named.toReversed(), visit)).toEqual(chosen);
        expect(chosen.eligibleAdults).toBe(named.length);
      }),
    );
  });

  test('between adults with the same birthday the household’s grid decides, each of them somewhere', () => {
    const twins = [zhang, { name: 'chen', birthday: zhang.birthday }];
    const chosen = Array.from(
      { length: 40 },
      (_, household) => selectByNextBirthday('s', `h${household}`, twins, { month: 1, day: 1 }).adult.name,
    );
    expect(new Set(chosen)).toEqual(new Set(['zhang', 'chen']));
  });
});
