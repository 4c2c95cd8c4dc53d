import { Button, Input, Upload } from 'antd';
import { FileUp } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../../../i18n/index.ts';

type File = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> };
type Props = { reading: boolean; take: (file: File) => void };

/** A file, or lines copied from one. Pasted text is read as a file of text is. */
export function ListInput({ reading, take }: Props): ReactElement {
  const t = useTexts();
  const [text, setText] = useState('');
  const paste = (): void => {
    take({ name: 'list.csv', type: 'text/csv', bytes: new TextEncoder().encode(text) });
    setText('');
  };
  return (
    <div className="hotline-input">
      <Upload.Dragger
        accept=".xlsx,.csv"
        maxCount={1}
        showUploadList={false}
        disabled={reading}
        beforeUpload={(file) => {
          void file
            .arrayBuffer()
            .then((bytes) => take({ name: file.name, type: file.type, bytes: new Uint8Array(bytes) }));
          return false;
        }}
      >
        <FileUp size={28} aria-hidden />
        <p>{reading ? t('hotline.reading') : t('hotline.drop')}</p>
        <p className="muted small">{t('hotline.dropHint')}</p>
      </Upload.Dragger>
      <div className="stack">
        <Input.TextArea
          aria-label={t('hotline.paste')}
          placeholder={t('hotline.pasteExample')}
          rows={5}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Button disabled={text.trim() === '' || reading} loading={reading} onClick={paste}>
          {t('hotline.take')}
        </Button>
      </div>
    </div>
  );
}
