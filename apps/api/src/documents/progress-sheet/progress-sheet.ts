import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addDays, dayOf, timeOf } from '@huhudao/domain';
import {
  dayInWords,
  dayOfYearInWords,
  type FileBody,
  type Locale,
  type ProgressSheet,
} from '@huhudao/protocol';
import { writeWorkbook } from '../../exports/workbook.ts';
import { renderPdf } from '../typst.ts';
import { sheetWords } from './progress-sheet.words.ts';

const template = readFileSync(path.join(import.meta.dirname, 'progress-sheet.typ'), 'utf8');

export type ProgressSheetContent = {
  language: Locale;
  format: 'pdf' | 'xlsx';
  /** A community, or the street that rolls them up. */
  areaName: string;
  /** The Wednesday that ends the week. */
  week: string;
  sheets: readonly ProgressSheet[];
};

/** 每周进度表 in the filed layout: 项目名称 / 本周进展 / 下周安排, a row for each community and round. */
export async function composeProgressSheets(content: ProgressSheetContent): Promise<FileBody> {
  const { areaName, week, format } = content;
  const name = `每周进度表 ${areaName} ${week}.${format}`;
  if (format === 'xlsx') return { name, type: workbookType, bytes: await workbookOf(content) };
  return { name, type: 'application/pdf', bytes: pdfOf(content) };
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Row = { community: string; project: string; progress: string; next: string; state: string };

/** What was withdrawn, or never handed in, stands there by name alone: that it is missing is to be seen. */
function rowOf({ language }: ProgressSheetContent, sheet: ProgressSheet): Row {
  const words = sheetWords[language];
  const counts = sheet.state === 'submitted' || sheet.state === 'late' ? sheet.text : null;
  const corrections = sheet.corrections.map(({ at, line }) =>
    words.correction(`${dayInWords(dayOf(at), language)} ${timeOf(at)}`, line),
  );
  return {
    community: sheet.communityName,
    project: sheet.roundName,
    progress: [counts?.progress ?? '', ...corrections].filter((said) => said !== '').join('\n'),
    next: counts?.next ?? '',
    state: words.state[sheet.state],
  };
}

async function workbookOf(content: ProgressSheetContent): Promise<Uint8Array<ArrayBuffer>> {
  const { columns } = sheetWords[content.language];
  const keys = ['community', 'project', 'progress', 'next', 'state'] as const;
  const rows = content.sheets.map((sheet, index) => {
    const row = rowOf(content, sheet);
    return [index + 1, ...keys.map((key) => row[key])];
  });
  const titles = [
    { title: columns.number, kind: 'number' as const },
    ...keys.map((key) => ({ title: columns[key], kind: 'text' as const })),
  ];
  return new Uint8Array(await writeWorkbook([{ name: content.week, columns: titles, rows }]));
}

function pdfOf(content: ProgressSheetContent): Uint8Array<ArrayBuffer> {
  const { language, areaName, week, sheets } = content;
  const words = sheetWords[language];
  const count = (...states: ProgressSheet['state'][]) =>
    sheets.filter(({ state }) => states.includes(state)).length;
  return renderPdf(template, {
    language: language === 'zh-CN' ? 'zh' : 'en',
    title: words.title(areaName),
    week: words.week(dayOfYearInWords(addDays(week, -6), language), dayInWords(week, language)),
    summary: words.summary(sheets.length, count('open', 'missing', 'withdrawn'), count('late')),
    none: words.none,
    columns: words.columns,
    rows: sheets.map((sheet) => rowOf(content, sheet)),
  });
}
