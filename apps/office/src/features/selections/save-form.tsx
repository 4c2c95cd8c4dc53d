import { Button, Form, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { listSelections, saveSelection } from '@huhudao/protocol';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useSaved } from '../../parts/notify.ts';
import { ProblemNote } from '../../parts/problem.tsx';

type Props = { streetId: string; choice: { communityIds: string[]; parts: Record<string, string[]> } };

/** Keeps what is chosen now under a name. */
export function SaveForm({ streetId, choice }: Props): ReactElement {
  const t = useTexts();
  const saved = useSaved();
  const [name, setName] = useState('');
  const save = useWrite(saveSelection, [listSelections]);
  const nothing = choice.communityIds.length === 0;
  const send = (): void =>
    save.mutate(
      { params: { areaId: streetId }, body: { name, places: choice } },
      saved(() => setName('')),
    );
  return (
    <>
      <Form layout="vertical" onFinish={send}>
        <Form.Item label={t('selection.saveAs')} htmlFor="selection-name" className="selection-save">
          <div className="row">
            <Input
              id="selection-name"
              className="selection-name"
              maxLength={120}
              placeholder={t('selection.nameExample')}
              value={name}
              disabled={nothing}
              onChange={({ target }) => setName(target.value)}
            />
            <Button
              type="primary"
              htmlType="submit"
              disabled={nothing || name.trim() === ''}
              loading={save.isPending}
            >
              {t('selection.save')}
            </Button>
          </div>
        </Form.Item>
      </Form>
      <p className="muted small">{t(nothing ? 'selection.nothing' : 'selection.shared')}</p>
      {save.isError ? <ProblemNote error={save.error} /> : null}
    </>
  );
}
