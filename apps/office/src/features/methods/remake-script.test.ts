import { expect, test } from 'vitest';
import { remakable } from './remakable.ts';
import { remakeScript } from './remake-script.ts';

type Made = Parameters<typeof remakable>[0];
const stratum = (areaName: string, value: number | null) => ({
  areaId: areaName,
  areaName,
  frame: 1000,
  n: 40,
  value,
  respondents: value === null ? null : 44,
});
/** As much of a page as the script is made of. */
const page = (change: object): Made =>
  ({
    round: { purpose: 'measurement' },
    cell: { areaId: 'street', n: 80, value: 0.7, interval: [0.6, 0.78], bounds: null },
    strata: [stratum('柳荫', 0.75), stratum('南桥', 0.65)],
    outcome: { rates: { RR1: 0.8 } },
    ...change,
  }) as unknown as Made;

test('a street is made again of all its communities, and only of all', () => {
  expect(remakable(page({}))).toMatchObject({
    printed: { value: 0.7, isStreet: true },
    held: false,
    communities: [
      { name: '柳荫', respondents: 44, n: 40, favourable: 30 },
      { name: '南桥', favourable: 26 },
    ],
  });
  const held = remakable(page({ strata: [stratum('柳荫', 0.75), stratum('南桥', null)] }));
  expect(held).toMatchObject({ printed: null, held: true, communities: [{ name: '柳荫' }] });
  expect(remakeScript('', held ?? expect.fail())).not.toContain('南桥');
});

test('there is nothing to make again where nothing is printed', () => {
  expect(remakable(page({ strata: [stratum('柳荫', null)] }))).toBeNull();
  expect(remakable(page({ cell: null }))).toBeNull();
});

test('a coverage round is made again of its share and RR1', () => {
  const cell = { n: 40, value: 0.75, bounds: [0.6, 0.8], interval: null };
  const figures = remakable(page({ round: { purpose: 'coverage' }, cell }));
  expect(figures?.coverage).toEqual({
    n: 40,
    favourable: 30,
    value: 0.75,
    responseRate: 0.8,
    bounds: [0.6, 0.8],
  });
  expect(remakeScript('标题', figures ?? expect.fail())).toContain('n <- 40; favourable <- 30; rr1 <- 0.8');
});

test('no name ends its quotation marks or its line', () => {
  const strata = [stratum('柳"荫\\\n); quit()', 0.75)];
  const script = remakeScript('一行\n二行', remakable(page({ strata })) ?? expect.fail());
  expect(script.split('\n')[0]).toBe('# 一行 二行');
  expect(script).toContain(String.raw`name = c("柳\"荫\\ ); quit()")`);
});
