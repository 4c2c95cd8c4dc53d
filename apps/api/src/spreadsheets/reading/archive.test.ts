import { describe, expect, it } from 'vitest';
import { claimSize, handmadeWorkbook, workbookParts, zip } from './handmade-workbook.testing.ts';
import { readSpreadsheet } from './read-spreadsheet.ts';

const megabyte = 1024 * 1024;

async function failureOf(bytes: Uint8Array) {
  const outcome = await readSpreadsheet(bytes, { fileName: '台账.xlsx' });
  return outcome.ok ? 'read' : outcome.failure;
}

describe('a workbook that is small but costly', () => {
  const withSheet = async (change: (xml: string) => string) => {
    const parts = workbookParts([{ name: '台账', rows: [['房号']] }]);
    const part = 'xl/worksheets/sheet1.xml';
    return failureOf(await zip({ ...parts, [part]: change(parts[part] ?? '') }));
  };

  it('is refused for its number of texts, formulas or merged blocks, before memory is spent on them', async () => {
    const texts = `<sst>${'<si><t>x</t></si>'.repeat(250_000)}</sst>`;
    const parts = { ...workbookParts([{ name: '台账', rows: [['房号']] }]), 'xl/sharedStrings.xml': texts };
    const refused = { code: 'workbookTooComplex', details: { limit: 400_000 } };
    const before = process.memoryUsage();
    expect(await failureOf(await zip(parts))).toMatchObject(refused);
    const formulas = `${`<row>${'<c><f>1</f></c>'.repeat(90)}</row>`.repeat(5_000)}</sheetData>`;
    expect(await withSheet((xml) => xml.replace('</sheetData>', formulas))).toMatchObject(refused);
    const merged = `</sheetData><mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(450_000)}</mergeCells>`;
    expect(await withSheet((xml) => xml.replace('</sheetData>', merged))).toMatchObject(refused);
    expect(process.memoryUsage().rss - before.rss).toBeLessThan(200 * megabyte);
  });

  it('is refused for widths of all columns given a thousand times', async () => {
    const widths = `<cols>${'<col min="1" max="16384" width="9"/>'.repeat(1_000)}</cols><sheetData>`;
    expect(await withSheet((xml) => xml.replace('<sheetData>', widths))).toMatchObject({
      code: 'fileDamaged',
    });
  });
});

describe('an archive', () => {
  const parts = workbookParts([{ name: '台账', rows: [['房号'], ['101']] }]);

  it('one byte of which has changed on the way is refused', async () => {
    const stored = Buffer.from(await zip(parts, { level: 0 }));
    expect(await failureOf(stored)).toBe('read');
    stored.write('102', stored.indexOf('101'));
    expect(await failureOf(stored)).toMatchObject({ code: 'fileDamaged' });
  });

  it('that was refused never keeps the next one waiting, however it was broken and packed', async () => {
    for (const dataDescriptor of [false, true]) {
      const honest = await zip(parts, { dataDescriptor });
      const part = 'xl/worksheets/sheet1.xml';
      for (const claim of [0, 1, 10, megabyte, 40 * megabyte, 4_000_000_000]) {
        const liar = claimSize(honest, part, claim);
        expect(await failureOf(liar)).toMatchObject({
          code: expect.stringMatching(/fileDamaged|unpackedTooBig/),
        });
      }
      expect(await failureOf(honest)).toBe('read');
    }
  });

  it('of encrypted parts is refused', async () => {
    const encrypted = await zip(parts, { password: 'zhang' });
    expect(await failureOf(encrypted)).toMatchObject({ code: 'fileEncrypted' });
  });

  it('with pictures and drawings is read without them, whatever they hold', async () => {
    const picture = new Uint8Array(megabyte).fill(7);
    const more = { 'xl/media/image1.png': picture, 'xl/drawings/drawing1.xml': '<not xml' };
    expect(await failureOf(await zip({ ...parts, ...more }))).toBe('read');
  });
});

describe('a zip bomb', () => {
  const bombOf = async (bytes: number) => {
    const parts = workbookParts([{ name: '台账', rows: [['房号']] }]);
    return zip({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(bytes) }, { level: 9 });
  };

  it('of 60 MB is refused from its directory, without inflating it', async () => {
    const bomb = await bombOf(60 * megabyte);
    const before = process.memoryUsage();
    expect(await failureOf(bomb)).toMatchObject({
      code: 'unpackedTooBig',
      details: { limit: 50 },
    });
    expect(process.memoryUsage().arrayBuffers - before.arrayBuffers).toBeLessThan(5 * megabyte);
  });

  it('that claims to be small is refused as soon as more comes out, with memory to match the claim', async () => {
    const liar = claimSize(await bombOf(150 * megabyte), 'xl/worksheets/sheet1.xml', 1_000);
    const before = process.memoryUsage();
    expect(await failureOf(liar)).toMatchObject({ code: 'fileDamaged' });
    expect(process.memoryUsage().arrayBuffers - before.arrayBuffers).toBeLessThan(20 * megabyte);
  });

  it('that claims to be empty is refused', async () => {
    const liar = claimSize(await bombOf(60 * megabyte), 'xl/worksheets/sheet1.xml', 0);
    expect(await failureOf(liar)).toMatchObject({ code: 'fileDamaged' });
  });

  it('that claims more than it holds is refused', async () => {
    const workbook = await handmadeWorkbook([{ name: '台账', rows: [['房号']] }]);
    const liar = claimSize(workbook, 'xl/worksheets/sheet1.xml', 40 * megabyte);
    expect(await failureOf(liar)).toMatchObject({ code: 'fileDamaged' });
  });

  it('in front of another archive is never looked at', async () => {
    const honest = await handmadeWorkbook([{ name: '台账', rows: [['房号']] }]);
    const both = Buffer.concat([await bombOf(60 * megabyte), honest]);
    const outcome = await readSpreadsheet(both, { fileName: '台账.xlsx' });
    expect(outcome).toMatchObject({ ok: true, value: { sheets: [{ rows: [['房号']] }] } });
  });
});
