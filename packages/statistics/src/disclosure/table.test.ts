import { describe, expect, test } from 'vitest';
import { defaultDisclosureRules } from './rules.ts';
import { protectTable } from './table.ts';
import type { PublishedTotal, TableDecision } from './table.ts';

const rules = defaultDisclosureRules;
const small = { ...rules, precision: null };
const asCounts: PublishedTotal = { as: 'counts' };
const kinds = ({ cells, total }: TableDecision) =>
  [...cells, total].map((cell) => (cell.kind === 'hidden' ? cell.reason : cell.kind));

describe('a table of communities and their street', () => {
  const community = (n: number, favourable: number) => ({ n, favourable });
  const seen = { printed: true, low: 0, high: 1000 };

  test('prints everything where nothing is protected', () => {
    const cells = [community(90, 70), community(100, 80), community(110, 70)];
    expect(kinds(protectTable({ cells, total: asCounts }))).toEqual(['shown', 'shown', 'shown', 'shown']);
  });

  test('hides the smallest other community beside a lone band, which the total would give back', () => {
    const cells = [community(80, 78), community(90, 60), community(110, 70)];
    expect(kinds(protectTable({ cells, total: asCounts }))).toEqual([
      'banded',
      'secondary',
      'shown',
      'shown',
    ]);
  });

  test('hides one more beside two bands whose minorities add up to too little or too much', () => {
    const minorities = (one: number, other: number) =>
      kinds(
        protectTable({
          cells: [community(80, 80 - one), community(85, 85 - other), community(90, 60), community(110, 70)],
          total: asCounts,
        }),
      );
    // Two of 2 could be 0 and 4, but a minority of 4 among both may not be printed either.
    expect(minorities(2, 2)).toEqual(['banded', 'banded', 'secondary', 'shown', 'shown']);
    expect(minorities(1, 0)).toEqual(['banded', 'banded', 'secondary', 'shown', 'shown']);
    expect(minorities(4, 4)).toEqual(['banded', 'banded', 'secondary', 'shown', 'shown']);
  });

  test('leaves three bands alone whose minorities could lie anywhere', () => {
    const cells = [community(80, 78), community(85, 83), community(90, 88), community(110, 70)];
    expect(kinds(protectTable({ cells, total: asCounts }))).toEqual([
      'banded',
      'banded',
      'banded',
      'shown',
      'shown',
    ]);
  });

  test('hides the total where no community is left to hide behind', () => {
    const cells = [community(80, 80), community(90, 84)];
    expect(kinds(protectTable({ cells, total: asCounts }))).toEqual(['banded', 'secondary', 'secondary']);
  });

  test('never hides behind a community that an earlier release has printed', () => {
    const cells = [community(80, 78), community(90, 60), community(110, 70)];
    expect(kinds(protectTable({ cells, total: asCounts, earlier: [undefined, seen] }))).toEqual([
      'banded',
      'shown',
      'secondary',
      'shown',
    ]);
    expect(kinds(protectTable({ cells, total: asCounts, earlier: [undefined, seen, seen] }))).toEqual([
      'banded',
      'shown',
      'shown',
      'secondary',
    ]);
  });

  test('hides behind no more than earlier releases leave open', () => {
    const cells = [community(80, 78), community(90, 60), community(110, 70)];
    const earlier = [undefined, { printed: false, low: 58, high: 61 }];
    expect(kinds(protectTable({ cells, total: asCounts, earlier }))).toEqual([
      'banded',
      'secondary',
      'secondary',
      'shown',
    ]);
  });

  test('prints no total beside a community that was printed before and no longer is', () => {
    const imprecise = [community(150, 7), community(155, 7), community(160, 7)];
    const cells = [...imprecise, community(170, 90)];
    const hidden = ['imprecise', 'imprecise', 'imprecise'];
    expect(kinds(protectTable({ cells, total: asCounts }))).toEqual([...hidden, 'shown', 'shown']);
    const again = protectTable({ cells, total: asCounts, earlier: [seen] });
    expect(kinds(again)).toEqual([...hidden, 'shown', 'secondary']);
  });

  test('does not let an imprecise community be worked out either', () => {
    const cells = [community(20, 10), community(90, 60), community(110, 70)];
    expect(kinds(protectTable({ cells, total: asCounts }))).toEqual([
      'imprecise',
      'secondary',
      'shown',
      'shown',
    ]);
  });

  test('hides nothing for the sake of a community without answers', () => {
    const cells = [community(0, 0), community(90, 60), community(110, 70)];
    expect(kinds(protectTable({ cells, total: asCounts }))).toEqual([
      'fewAnswers',
      'shown',
      'shown',
      'shown',
    ]);
    const total: PublishedTotal = { as: 'share', weights: [Infinity, 11, 12], decimals: 3 };
    expect(kinds(protectTable({ cells, total }))).toEqual(['fewAnswers', 'shown', 'shown', 'shown']);
  });

  test('hides a band of the total that would complete the bands of its parts', () => {
    const cells = [community(7, 3), community(12, 12), community(20, 20)];
    expect(kinds(protectTable({ cells, total: asCounts, rules: small }))).toEqual([
      'banded',
      'banded',
      'banded',
      'secondary',
    ]);
  });

  test('refuses a share without a weight for each community', () => {
    const cells = [community(90, 60), community(110, 70)];
    expect(() => protectTable({ cells, total: { as: 'share', weights: [1], decimals: 3 } })).toThrow(
      expect.objectContaining({ code: 'invalidCount' }),
    );
  });
});
