/** Made-up figures for pictures: always the same, as many as asked for. */
import type { CoverageRow, RateCell, ResponseOf, readTrend } from '@huhudao/protocol';

type Trend = ResponseOf<typeof readTrend>;

/** Between 0 and 1, always the same for the same number. */
const noise = (seed: number): number => {
  const wave = Math.sin(seed * 12.9898) * 43_758.5453;
  return wave - Math.floor(wave);
};

const first = ['柳荫', '南桥', '东园', '西河沿', '望海', '北新', '丁香里', '铁路新村第二', '槐树街'];
const placeName = (index: number): string => {
  const name = first[index % first.length] ?? '';
  const lap = Math.floor(index / first.length);
  return lap === 0 ? `${name}社区` : `${name}第${lap + 1}社区`;
};

export const idOf = (index: number): string => `0190a000-0000-7000-8000-${String(index).padStart(12, '0')}`;

/** A community's rate as it is read; every ninth is held back, or all of them. */
export function cellOf(index: number, suppressed: boolean, change: Partial<RateCell> = {}): RateCell {
  const n = 40 + Math.round(noise(index + 1) * 360);
  const headline = Math.round((0.72 + noise(index + 7) * 0.2 - (index % 50 === 3 ? 0.15 : 0)) * n) / n;
  const top = headline * (0.25 + noise(index + 3) * 0.4);
  const half = 1.96 * Math.sqrt((headline * (1 - headline)) / n);
  const cell: RateCell = {
    areaId: idOf(index),
    areaName: placeName(index),
    indicator: 'satisfaction',
    kind: 'shown',
    reason: null,
    n,
    value: headline,
    interval: [headline - half, Math.min(1, headline + half)],
    bounds: null,
    band: null,
    satisfaction: { top, headline, meanScore: 61 + noise(index) * 30, dontKnow: noise(index + 5) * 0.08 },
    beside: null,
    verdict: null,
    target: 0.85,
    formulaId: 'made-up',
    dataTime: '2026-11-20T10:00:00Z',
    release: 1,
    ...change,
  };
  return suppressed || index % 9 === 5 ? heldBack(cell, index) : cell;
}

/** One of the ways in which a rate is held back. */
function heldBack(cell: RateCell, index: number): RateCell {
  const none = { value: null, interval: null, satisfaction: null };
  const ways: Partial<RateCell>[] = [
    { ...none, kind: 'hidden', reason: 'fewAnswers', n: 4 },
    { ...none, kind: 'banded', reason: 'smallMinority', band: { direction: 'atLeast', value: 0.95 } },
    { ...none, kind: 'hidden', reason: 'secondary' },
  ];
  return { ...cell, ...ways[index % ways.length] };
}

export const cellsOf = (count: number, suppressed: boolean): RateCell[] =>
  Array.from({ length: count }, (_, index) => cellOf(index, suppressed));

/** The rounds of one community; the definition changes once in a long row of them. */
export function trendOf(count: number, suppressed: boolean): Trend {
  return Array.from({ length: count }, (_, index) => {
    const cell = cellOf(index, suppressed, { areaId: idOf(1), areaName: placeName(1) });
    const month = `${2010 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    return {
      roundId: idOf(index + 1000),
      roundName: `${month} 模拟测评`,
      startsOn: `${month}-01`,
      deadline: `${month}-20`,
      closed: true,
      cells: [
        { ...cell, formulaId: index < 3 ? 'former' : 'made-up', breakBefore: index === 3, control: null },
      ],
    };
  });
}

/** Buildings with two to six stairwells each, some not begun, some without a door that counts. */
export function coverageOf(buildings: number): CoverageRow[] {
  return Array.from({ length: buildings }, (_, building) =>
    Array.from({ length: 2 + Math.floor(noise(building) * 5) }, (_one, stairwell) => {
      const seed = building * 10 + stairwell;
      const eligible = seed % 23 === 7 ? 0 : 12 + Math.floor(noise(seed) * 40);
      const settled = Math.min(eligible, Math.floor(noise(seed + 2) * 1.15 * eligible));
      const parts = { building: `柳荫里 ${building + 1}号楼`, label: `${stairwell + 1}单元` };
      return {
        id: idOf(seed),
        name: `${parts.building} ${parts.label}`,
        stairwell: parts,
        eligible,
        settled,
        attempted: settled,
        reached: settled,
        responded: settled,
        revisits: 0,
        teamId: null,
        teamName: null,
      };
    }),
  ).flat();
}
