import { expect, it } from 'vitest';
import { readSpreadsheet } from '../../spreadsheets/reading/read-spreadsheet.ts';
import { readCases, type ReadCases } from './read-cases.ts';

async function read(...lines: string[]): Promise<ReadCases> {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const spreadsheet = await readSpreadsheet(bytes, { fileName: 'list.csv' });
  if (!spreadsheet.ok) throw new Error(spreadsheet.failure.code);
  return readCases(spreadsheet.value);
}

it('is found under a title by its header, and nothing but number, address, kind and day is taken', async () => {
  const { cases } = await read(
    '12345工单回访清单,,,,,,',
    '序号,工单编号,来电人,联系电话,诉求地址,诉求类型,诉求内容,受理时间',
    '1,YX0001,张某,13800000001,柳苑1栋1单元101 13800000001,环境卫生,张某反映楼道,2026/11/3 14:20',
  );
  expect(cases).toEqual([
    { number: 'YX0001', address: '柳苑1栋1单元101', topic: '环境卫生', reportedOn: '2026-11-03' },
  ]);
});

it('may be two pasted columns without a header', async () => {
  const { cases } = await read('YX0001\t柳苑1栋1单元101', 'YX0002\t柳苑1栋1单元102');
  expect(cases.map(({ number, topic }) => [number, topic])).toEqual([
    ['YX0001', null],
    ['YX0002', null],
  ]);
});

it('tells rows without a number or an address, and numbers that come again', async () => {
  const { cases, incomplete, repeated } = await read(
    ...['工单号,地址', 'YX0001,柳苑1栋', ',柳苑2栋', 'YX0003,', '', 'YX0001,柳苑3栋'],
  );
  expect(cases).toHaveLength(1);
  expect({ incomplete, repeated }).toEqual({ incomplete: [3, 4], repeated: [6] });
});

it('is refused where nobody can say what its columns are, or when it is too long', async () => {
  await expect(read('甲,乙,丙', '1,2,3')).rejects.toMatchObject({ code: 'hotlineListUnclear' });
  const rows = Array.from({ length: 1001 }, (_, index) => `YX${index},柳苑1栋`);
  await expect(read('工单号,地址', ...rows)).rejects.toMatchObject({ code: 'hotlineListTooLong' });
});
