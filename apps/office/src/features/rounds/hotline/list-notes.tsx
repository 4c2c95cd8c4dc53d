import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../../i18n/index.ts';
import { useFormat } from '../../../parts/format.ts';
import { withoutDoor, type DraftCase, type SkippedRows } from './draft-case.ts';

/** More row numbers than these are told by their count. */
const rowsShown = 10;

/** How far the list is: what has no door yet, what a round would not go to, and what was not taken. */
export function ListNotes({
  cases,
  skipped,
}: {
  cases: readonly DraftCase[];
  skipped: SkippedRows | undefined;
}): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const open = withoutDoor(cases).length;
  const doors = new Set(cases.flatMap(({ door }) => door?.householdId ?? [])).size;
  const left = cases.filter(({ door }) => door?.visitable === false).length;
  const rows = (numbers: readonly number[]): string => {
    const shown = format.list(numbers.slice(0, rowsShown).map(String));
    return numbers.length > rowsShown ? t('hotline.andMore', { shown, count: numbers.length }) : shown;
  };
  return (
    <>
      {cases.length === 0 ? null : (
        <p role="status" className="place-chosen">
          {t('hotline.status', { count: cases.length, doors: format.number(doors) })}
        </p>
      )}
      {open === 0 ? null : <Alert type="warning" showIcon title={t('hotline.open', { count: open })} />}
      {left === 0 ? null : <Alert type="info" showIcon title={t('hotline.notVisited', { count: left })} />}
      {skipped === undefined || skipped.incomplete.length === 0 ? null : (
        <Alert type="info" showIcon title={t('hotline.incomplete', { rows: rows(skipped.incomplete) })} />
      )}
      {skipped === undefined || skipped.repeated.length === 0 ? null : (
        <Alert type="info" showIcon title={t('hotline.repeated', { rows: rows(skipped.repeated) })} />
      )}
    </>
  );
}
