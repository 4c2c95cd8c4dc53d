/** 走访情况台账: the visits as offices file them, one row a visit, with a column for each field of their forms. */
import { timeOf } from '@huhudao/domain';
import type { Locale, VisitView } from '@huhudao/protocol';
import { vocabulary } from '@huhudao/ui/vocabulary';
import type { ExportCell, ExportColumn, ExportTable } from '../exports/table.ts';
import type { FormColumn } from './form-fields.ts';
import { ledgerWords } from './ledger-words.ts';

type Column = ExportColumn & { of: (visit: VisitView, index: number) => ExportCell };

/** The visits in the order they are to stand in, and the fields of every form they may have been written with. */
export function ledgerTable(
  visits: readonly VisitView[],
  fields: readonly FormColumn[],
  locale: Locale,
): ExportTable {
  const words = ledgerWords[locale];
  const columns = [...leading(locale), ...formColumns(fields), { ...remarks(locale), title: words.remarks }];
  return {
    name: words.title,
    columns: columns.map(({ title, kind }) => ({ title, kind })),
    rows: visits.map((visit, index) => columns.map((column) => column.of(visit, index))),
  };
}

function leading(locale: Locale): Column[] {
  const titles = ledgerWords[locale];
  const words = vocabulary[locale];
  const joined = (list: readonly string[]) =>
    list.length === 0 ? null : list.join(words.common.listSeparator);
  const text = (title: string, of: (visit: VisitView) => ExportCell): Column => ({ title, kind: 'text', of });
  return [
    { title: titles.number, kind: 'number', of: (_, index) => index + 1 },
    { title: titles.date, kind: 'date', of: (visit) => visit.visitedOn },
    text(titles.time, (visit) => timeOf(visit.occurredAt)),
    text(titles.round, (visit) => visit.roundName),
    text(titles.community, (visit) => visit.communityName),
    text(titles.address, (visit) => visit.address),
    text(titles.team, (visit) => visit.teamName),
    text(titles.visitor, (visit) => visit.personName),
    text(titles.companions, (visit) => joined(visit.companionNames)),
    text(titles.present, (visit) => joined(visit.present.map((one) => words.presence[one]))),
    text(titles.outcome, (visit) => words.outcome[visit.outcome]),
    text(titles.mode, (visit) =>
      visit.completionMode === null ? null : words.completionMode[visit.completionMode],
    ),
    text(titles.topics, (visit) => joined(visit.topics.map((topic) => words.topic[topic]))),
  ];
}

/**
 * A column for each field, also where nobody has filled it in. Versions of a form that ask the same under the same title
 * share it; different fields of one title have their names beside it.
 */
function formColumns(fields: readonly FormColumn[]): Column[] {
  const distinct = [...new Map(fields.map((field) => [`${field.name} ${field.title}`, field])).values()];
  const byTitle = Map.groupBy(distinct, (field) => field.title);
  return distinct.map(({ name, title }) => ({
    title: byTitle.get(title)?.length === 1 ? title : `${title} (${name})`,
    kind: 'text',
    of: (visit) => visit.form.find((field) => field.name === name && field.title === title)?.value ?? null,
  }));
}

/** What somebody reading the ledger should know of a row besides what was written at the door. */
function remarks(locale: Locale): Omit<Column, 'title'> {
  const words = ledgerWords[locale];
  return {
    kind: 'text',
    of: (visit) => {
      const all = [
        ...(visit.parallel ? [words.parallel] : []),
        ...(visit.reassigned ? [words.reassigned] : []),
        ...(visit.skewDoubtful ? [words.doubtfulTime] : []),
        ...visit.amendments.map(({ personName, reason }) => words.amended(personName, reason)),
      ];
      return all.length === 0 ? null : all.join(words.sentences);
    },
  };
}
