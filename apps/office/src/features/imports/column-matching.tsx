import { Alert, Card, Select } from 'antd';
import type { ReactElement } from 'react';
import { rosterFields, type ImportView, type RosterField } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';
import { moved, type Columns } from './moved-column.ts';

type Props = {
  preview: NonNullable<ImportView['preview']>;
  disabled: boolean;
  onChange: (columns: Columns) => void;
};

/** The first rows of the file as they stand, with what each column is taken for above it. */
export function ColumnMatching({ preview, disabled, onChange }: Props): ReactElement {
  const t = useTexts();
  const format = useFormat();
  return (
    <Card size="small">
      <h2>{t('imports.matching')}</h2>
      <p className="muted small">{t('imports.matchingHint')}</p>
      {preview.missing.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('imports.missing', {
            fields: format.list(preview.missing.map((field) => t(`imports.field.${field}`))),
          })}
        />
      )}
      <Sample preview={preview} disabled={disabled} onChange={onChange} />
    </Card>
  );
}

function Sample({ preview, disabled, onChange }: Props): ReactElement {
  const t = useTexts();
  const fieldAt = (column: number): RosterField | null =>
    rosterFields.find((field) => preview.columns[field] === column) ?? null;
  return (
    <div className="import-sample">
      <table className="plain-table">
        <thead>
          <tr>
            {preview.headers.map((header, column) => (
              <th key={column} scope="col">
                <Select
                  className="import-field"
                  size="small"
                  aria-label={t('imports.columnMeans', { column: header || String(column + 1) })}
                  allowClear={{ label: t('shell.clear') }}
                  disabled={disabled}
                  placeholder={t('imports.notUsed')}
                  value={fieldAt(column)}
                  onChange={(field) => onChange(moved(preview.columns, column, field ?? null))}
                  options={rosterFields.map((field) => ({
                    value: field,
                    label: t(`imports.field.${field}`),
                  }))}
                />
                <div>{header}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.sample.map((row, index) => (
            <tr key={index}>
              {preview.headers.map((_, column) => (
                <td key={column}>{row[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
