import { Alert, Collapse, Upload } from 'antd';
import { FileUp } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { readXlsform, type ResponseOf } from '@huhudao/protocol';
import { useLocale } from '@huhudao/ui';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { ProblemNote } from '../../parts/problem.tsx';
import { parseDefinition } from './definition-text.ts';
import './questionnaires.css';

type Read = ResponseOf<typeof readXlsform>;

/** What a file of a form holds, and what of it could not be taken. */
export type StartFile = { name: string } & Read;

type Props = { file: StartFile | null; onRead: (file: StartFile | null) => void };

/** A form of another system (XLSForm) or a definition as it was downloaded (JSON), and what becomes of it. */
export function StartFileInput({ file, onRead }: Props): ReactElement {
  const t = useTexts();
  const [refused, setRefused] = useState<string | null>(null);
  const read = useWrite(readXlsform);

  async function take(chosen: File): Promise<void> {
    onRead(null);
    setRefused(null);
    read.reset();
    const { name, type } = chosen;
    if (name.toLowerCase().endsWith('.json')) {
      const parsed = parseDefinition(await chosen.text());
      if (parsed.ok) onRead({ name, definition: parsed.definition, notes: [] });
      else setRefused(parsed.reason);
      return;
    }
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    read.mutate({ body: { name, type, bytes } }, { onSuccess: (found) => onRead({ name, ...found }) });
  }

  return (
    <div className="stack">
      <Upload.Dragger
        accept=".xlsx,.json"
        maxCount={1}
        showUploadList={false}
        disabled={read.isPending}
        beforeUpload={(chosen) => {
          void take(chosen);
          return false;
        }}
      >
        <FileUp size={28} aria-hidden />
        <p>
          {read.isPending ? t('questionnaire.file.reading') : (file?.name ?? t('questionnaire.file.drop'))}
        </p>
        <p className="muted small">{t('questionnaire.file.hint')}</p>
      </Upload.Dragger>
      {read.error === null ? null : <ProblemNote error={read.error} />}
      {refused === null ? null : (
        <Alert type="error" showIcon title={t('questionnaire.notJson', { reason: refused })} />
      )}
      {file === null ? null : <Report notes={file.notes} />}
    </div>
  );
}

/** Before anything is begun: what of the file has no equivalent, and what became of it. */
function Report({ notes }: Pick<Read, 'notes'>): ReactElement {
  const t = useTexts();
  const { locale } = useLocale();
  if (notes.length === 0) return <Alert type="success" showIcon title={t('questionnaire.file.whole')} />;
  const lines = (
    <ul className="start-notes">
      {notes.map(({ sheet, row, message }, index) => (
        <li key={index}>
          <span className="muted small">{t('questionnaire.file.row', { sheet, row })}</span>
          {message[locale]}
        </li>
      ))}
    </ul>
  );
  const label = t('questionnaire.file.notes', { count: notes.length });
  return (
    <Collapse size="small" defaultActiveKey="notes" items={[{ key: 'notes', label, children: lines }]} />
  );
}
