import type { ImportSettings, RosterField } from '@huhudao/protocol';

export type Columns = NonNullable<ImportSettings['columns']>;

/** A column means one field and a field has one column. */
export function moved(columns: Columns, column: number, field: RosterField | null): Columns {
  const others = Object.entries(columns).filter(([name, at]) => at !== column && name !== field);
  return { ...Object.fromEntries(others), ...(field === null ? {} : { [field]: column }) };
}
