import { Typography } from 'antd';
import type { ReactElement } from 'react';

/** What an entry is about: numbers and ids as they were written down, of long lists how many and then which. */
export function Subject({ of }: { of: unknown }): ReactElement {
  const facts = typeof of === 'object' && of !== null ? Object.entries(of) : [];
  const lists = facts.filter(([, value]) => Array.isArray(value) && value.length > 2);
  const short = facts.map(([name, value]) => `${name}: ${briefly(value)}`).join(' · ');
  if (lists.length === 0) return <code className="audit-subject">{short}</code>;
  return (
    <details className="audit-subject">
      <summary>
        <code>{short}</code>
      </summary>
      <Typography.Text code>{JSON.stringify(of)}</Typography.Text>
    </details>
  );
}

function briefly(value: unknown): string {
  if (Array.isArray(value)) return value.length > 2 ? `(${value.length})` : value.map(briefly).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
