import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { handmadeWorkbook, workbookParts, zip } from './handmade-workbook.testing.ts';
import { readSpreadsheet } from './read-spreadsheet.ts';
import type { Spreadsheet } from './spreadsheet.ts';

const fixtures = new URL('../../../../../tests/fixtures/rosters/', import.meta.url);
const utf8 = (text: string) => new TextEncoder().encode(text);

async function read(bytes: Uint8Array, fileName = 'roster.csv'): Promise<Spreadsheet> {
  const outcome = await readSpreadsheet(bytes, { fileName });
  if (!outcome.ok) throw new Error(outcome.failure.code);
  return outcome.value;
}

async function failureOf(bytes: Uint8Array, fileName = 'roster.xlsx') {
  const outcome = await readSpreadsheet(bytes, { fileName });
  return outcome.ok ? 'read' : outcome.failure;
}

/** The platform decodes GB18030 but does not encode it: every pair of bytes is decoded once to find its sign. */
function inGb18030(text: string): Uint8Array {
  const pairOfSign = new Map<string, [number, number]>();
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const sign = new TextDecoder('gb18030').decode(Uint8Array.of(first, second));
      if (sign.length === 1) pairOfSign.set(sign, [first, second]);
    }
  }
  const signs = Array.from(text.replace('\uFEFF', ''));
  return Uint8Array.from(signs.flatMap((sign) => pairOfSign.get(sign) ?? [sign.charCodeAt(0)]));
}

const rowsOf = async (bytes: Uint8Array) => (await read(bytes)).sheets[0]?.rows;

describe('a workbook is read', () => {
  it('with every sheet, its cells and its merged blocks', async () => {
    const { format, sheets } = await read(await readFile(new URL('messy-community.xlsx', fixtures)));
    expect(format).toBe('xlsx');
    expect(sheets.map(({ name }) => name)).toEqual(['住户台账', '填表说明']);
    expect(sheets[0]?.rows).toHaveLength(606);
    expect(sheets[0]?.rows[3]?.slice(0, 9)).toEqual([
      '柳荫社区',
      '第1网格',
      '建设新村',
      '1栋',
      '1单元',
      1,
      '１０１',
      ' 黄 娜 ',
      19900009974,
    ]);
    expect(sheets[0]?.merges).toContainEqual({ top: 3, left: 0, bottom: 6, right: 0 });
  });

  it('without what its formulas are said to come to, and says where they are', async () => {
    const workbook = await handmadeWorkbook([
      {
        name: '台账',
        rows: [
          ['房号', { xml: '<f>1+1</f><v>2</v>' }],
          [{ xml: '<f>A1</f><v>x</v>', attributes: 't="str"' }, 7],
        ],
      },
    ]);
    const [sheet] = (await read(workbook)).sheets;
    expect(sheet?.rows).toEqual([
      ['房号', null],
      [null, 7],
    ]);
    expect(sheet?.formulas).toEqual([
      { row: 0, column: 1 },
      { row: 1, column: 0 },
    ]);
  });

  it('although formatting strays to the last row and column Excel has', async () => {
    const stray = '<row r="9"><c r="XFD9" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row>';
    const workbook = await handmadeWorkbook([
      {
        name: '台账',
        rows: [
          ['房号', '户主'],
          ['101', '黄娜'],
        ],
        moreRows: stray,
      },
    ]);
    expect(await rowsOf(workbook)).toEqual([
      ['房号', '户主'],
      ['101', '黄娜'],
    ]);
  });

  it('with dates as dates and hidden sheets marked', async () => {
    const date = { xml: '<v>45658</v>', attributes: 's="1"' };
    const { sheets } = await read(
      await handmadeWorkbook([
        { name: '一', rows: [[date]] },
        { name: '二', rows: [['x']], hidden: true },
      ]),
    );
    expect(sheets[0]?.rows[0]?.[0]).toEqual(new Date('2025-01-01T00:00:00Z'));
    expect(sheets.map(({ hidden }) => hidden)).toEqual([false, true]);
  });
});

describe('a text file is read', () => {
  const table = '社区,房号\n柳荫社区,101\n';
  const rows = [
    ['社区', '房号'],
    ['柳荫社区', '101'],
  ];

  it('the same in UTF-8 with and without a mark, in UTF-16 and in GB18030', async () => {
    const gb18030 = Uint8Array.from([
      0xc9, 0xe7, 0xc7, 0xf8, 0x2c, 0xb7, 0xbf, 0xba, 0xc5, 0x0a, 0xc1, 0xf8, 0xd2, 0xf1, 0xc9, 0xe7, 0xc7,
      0xf8, 0x2c, 0x31, 0x30, 0x31, 0x0a,
    ]);
    expect(await rowsOf(utf8(table))).toEqual(rows);
    expect(await rowsOf(utf8(`\uFEFF${table}`))).toEqual(rows);
    expect(await rowsOf(Buffer.from(`\uFEFF${table}`, 'utf16le'))).toEqual(rows);
    expect(await rowsOf(Buffer.from(`\uFEFF${table}`, 'utf16le').swap16())).toEqual(rows);
    expect(await rowsOf(gb18030)).toEqual(rows);
  });

  it('of a whole street the same in GB18030 as in UTF-8', async () => {
    const bytes = await readFile(new URL('street.csv', fixtures));
    expect(await rowsOf(inGb18030(bytes.toString()))).toEqual(await rowsOf(bytes));
  });

  it('with commas, tabs or semicolons, also under a title full of commas', async () => {
    for (const delimiter of [',', '\t', ';']) {
      const text = `${table}南桥社区,102\n`.replaceAll(',', delimiter);
      expect(await rowsOf(utf8(`统计表，一,二,三,四\n${text}`))).toMatchObject({ 2: rows[1] });
    }
  });

  it('with quotes inside fields, ragged rows and blank lines, whose row numbers count', async () => {
    expect(await rowsOf(utf8('房号,备注\n101,"甲,乙"\n\n102,他说"好"\n103\n'))).toEqual([
      ['房号', '备注'],
      ['101', '甲,乙'],
      [null],
      ['102', '他说"好"'],
      ['103'],
    ]);
  });

  it('of 12,000 households in under two seconds of computing', async () => {
    const bytes = await readFile(new URL('street.csv', fixtures));
    const start = process.threadCpuUsage();
    expect(await rowsOf(bytes)).toHaveLength(12_001);
    const { user, system } = process.threadCpuUsage(start);
    expect((user + system) / 1_000_000).toBeLessThan(2);
  });
});

describe('a file is refused with its reason', () => {
  it.each([
    ['fileEmpty', 'nothing', new Uint8Array()],
    ['fileEmpty', 'blank lines', utf8('\n\n,,\n')],
    ['fileTooBig', 'more than 20 MB', new Uint8Array(20_000_001)],
    ['notSpreadsheet', 'a PDF', utf8('%PDF-1.7')],
    ['notSpreadsheet', 'a web page called .xls', utf8('<html><table><tr><td>1</td></tr></table></html>')],
    ['notText', 'NULs', new Uint8Array(1_000)],
    ['notText', 'NULs among text', utf8('房号,户主\n101,\0\n')],
    ['encodingUnknown', 'bytes that are no text', Uint8Array.from([0x61, 0x2c, 0xff, 0xff, 0x80, 0x0a])],
    ['csvBroken', 'a quote that never closes', utf8('a,b\n1,"2\n3,4\n')],
    ['csvBroken', 'one endless line', utf8(`a,b\n${'x'.repeat(200_000)}\n`)],
    ['fileDamaged', 'what only begins like an archive', utf8('PK\u0003\u0004 and no more')],
  ])('%s: %s', async (code, _, bytes) => {
    expect(await failureOf(bytes)).toMatchObject({ code });
  });

  it('more than 200 columns, as text and as a workbook', async () => {
    const titles = Array.from({ length: 10_000 }, (_, index) => `c${index}`);
    const refused = { code: 'tooManyColumns', details: { columns: 10_000, limit: 200 } };
    expect(await failureOf(utf8(`${titles.join(',')}\n1,2\n`))).toEqual(refused);
    const workbook = await handmadeWorkbook([{ name: '台账', rows: [titles] }]);
    expect(await failureOf(workbook)).toMatchObject({ code: 'tooManyColumns' });
    expect(await failureOf(utf8(','.repeat(19_000_000)))).toMatchObject({ code: 'tooManyColumns' });
  });

  it('more than 200,000 rows, as text and as a workbook', async () => {
    const lastRow = '<row r="200001"><c r="A200001"><v>1</v></c></row>';
    const refused = { code: 'tooManyRows', details: { rows: 200_001, limit: 200_000 } };
    expect(await failureOf(utf8('1\n'.repeat(200_001)))).toEqual(refused);
    expect(
      await failureOf(await handmadeWorkbook([{ name: '台账', rows: [['1']], moreRows: lastRow }])),
    ).toEqual(refused);
  });

  it('two cells that span more than any table', async () => {
    const corner = '<row r="200000"><c r="GR200000"><v>1</v></c></row>';
    const workbook = await handmadeWorkbook([{ name: '台账', rows: [['1']], moreRows: corner }]);
    expect(await failureOf(workbook)).toMatchObject({ code: 'tooManyCells' });
  });

  it('an old .xls and a workbook with a password', async () => {
    const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    const stream = (name: string) =>
      Buffer.concat([compound, Buffer.alloc(512), Buffer.from(name, 'utf16le')]);
    expect(await failureOf(stream('Workbook'))).toMatchObject({ code: 'oldExcel' });
    expect(await failureOf(stream('EncryptedPackage'))).toMatchObject({ code: 'fileEncrypted' });
    expect(await failureOf(stream('WordDocument'))).toMatchObject({ code: 'notSpreadsheet' });
  });

  it('an archive that is no workbook, and one whose sheets are missing', async () => {
    expect(await failureOf(await zip({ 'word/document.xml': '<w/>' }))).toMatchObject({
      code: 'notSpreadsheet',
    });
    const parts = workbookParts([
      { name: '台账', rows: [['x']] },
      { name: '二', rows: [['y']] },
    ]);
    delete parts['xl/worksheets/sheet2.xml'];
    expect(await failureOf(await zip(parts))).toMatchObject({ code: 'fileDamaged' });
  });

  it('a workbook cut off anywhere', async () => {
    const whole = await handmadeWorkbook([{ name: '台账', rows: [['房号'], ['101']] }]);
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      expect(await failureOf(whole.subarray(0, Math.floor(whole.length * share)))).toMatchObject({
        code: 'fileDamaged',
      });
    }
  });

  it('thousands of parts', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 2_001 }, (_, index) => [`xl/media/${index}.bin`, '']),
    );
    const workbook = await zip({ ...workbookParts([{ name: '台账', rows: [['x']] }]), ...parts });
    expect(await failureOf(workbook)).toMatchObject({ code: 'tooManyParts' });
  });
});

describe('ID numbers', () => {
  it('leave no trace in what was read, however they are written', async () => {
    const rows = [
      ['姓名', '备注'],
      ['黄娜 11010119900307123X', '110101 19900307 1234'],
      ['周芳', '１１０１０１１９９００３０７１２３４'],
      ['林丽', '编号 20240115000123456789'],
    ];
    const spreadsheet = await read(await handmadeWorkbook([{ name: '台账', rows }]));
    expect(JSON.stringify(spreadsheet)).not.toMatch(/1990\s?0307|１９９０/);
    const [sheet] = spreadsheet.sheets;
    expect(sheet?.rows.slice(1)).toEqual([
      ['黄娜', null],
      ['周芳', null],
      ['林丽', '编号 20240115000123456789'],
    ]);
    expect(sheet?.idNumbers).toHaveLength(3);
  });

  it('that Excel has rounded to a number are taken out too', async () => {
    const workbook = await handmadeWorkbook([
      { name: '台账', rows: [[{ xml: '<v>110101199003071230</v>' }, 19900009974]] },
    ]);
    expect((await read(workbook)).sheets[0]?.rows).toEqual([[null, 19900009974]]);
  });
});
