import { describe, expect, it } from 'vitest';
import { csvText } from './csv.ts';

describe('a CSV that Excel and WPS open without harm', () => {
  it('begins with a byte order mark and ends its lines with CRLF', () => {
    expect(csvText([['社区', 1]])).toBe('\uFEFF社区,1\r\n');
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(csvText([['a,b', '他说"好"', 'x\ny']])).toBe('\uFEFF"a,b","他说""好""","x\ny"\r\n');
  });

  it('never lets a cell begin a formula, full-width forms included', () => {
    for (const start of ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t']) {
      for (const blank of ['', ' ', '\u200B', '　']) {
        const cell = `${blank}${start}cmd|' /C calc'!A0`;
        expect(csvText([[cell]])).toBe(`\uFEFF'${cell}\r\n`);
      }
    }
  });

  it('keeps negative numbers numbers and leaves unknown figures empty', () => {
    expect(csvText([[-0.5, null, 0]])).toBe('\uFEFF-0.5,,0\r\n');
  });
});
