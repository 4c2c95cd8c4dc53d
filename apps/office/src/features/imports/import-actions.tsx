import { Button, Modal, Popconfirm } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  applyImport,
  discardImport,
  downloadRejected,
  listBuildings,
  listHouseholds,
  listImportProblems,
  listImports,
  readImport,
  undoImport,
  type ImportView,
} from '@huhudao/protocol';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { saveFile } from '../../parts/download.ts';
import { useNotify } from '../../parts/notify.ts';
import { ProblemNote } from '../../parts/problem.tsx';

const changed = [readImport, listImports, listImportProblems, listHouseholds, listBuildings];
type Props = { streetId: string; one: ImportView };

/** What can be done with an import as it stands. */
export function ImportActions({ streetId, one }: Props): ReactElement {
  return (
    <>
      {one.state === 'preview' ? <ApplyButton streetId={streetId} one={one} /> : null}
      {one.preview !== null && one.preview.rejected + one.preview.asking > 0 ? (
        <RejectedButton streetId={streetId} one={one} />
      ) : null}
      {one.state === 'preview' || one.state === 'failed' ? (
        <DiscardButton streetId={streetId} one={one} />
      ) : null}
      {one.state === 'applied' ? <UndoButton streetId={streetId} one={one} /> : null}
    </>
  );
}

function ApplyButton({ streetId, one }: Props): ReactElement {
  const t = useTexts();
  const notify = useNotify();
  const apply = useWrite(applyImport, changed);
  const good = one.preview?.good ?? 0;
  return (
    <Button
      type="primary"
      disabled={good === 0 || (one.preview?.missing.length ?? 0) > 0}
      loading={apply.isPending}
      onClick={() =>
        apply.mutate({ params: { areaId: streetId, importId: one.id } }, { onError: notify.failed })
      }
    >
      {t('imports.apply', { count: good })}
    </Button>
  );
}

function RejectedButton({ streetId, one }: Props): ReactElement {
  const t = useTexts();
  const notify = useNotify();
  const fetchFile = useWrite(downloadRejected);
  return (
    <Button
      loading={fetchFile.isPending}
      onClick={() =>
        fetchFile.mutate(
          { params: { areaId: streetId, importId: one.id } },
          { onSuccess: saveFile, onError: notify.failed },
        )
      }
    >
      {t('imports.rejectedFile')}
    </Button>
  );
}

function DiscardButton({ streetId, one }: Props): ReactElement {
  const t = useTexts();
  const notify = useNotify();
  const navigate = useNavigate();
  const discard = useWrite(discardImport, changed);
  return (
    <Popconfirm
      title={t('imports.discardTitle')}
      description={t('imports.discardText')}
      okText={t('imports.discard')}
      okButtonProps={{ danger: true }}
      onConfirm={() =>
        discard.mutate(
          { params: { areaId: streetId, importId: one.id } },
          { onSuccess: () => void navigate({ to: '/imports' }), onError: notify.failed },
        )
      }
    >
      <Button loading={discard.isPending}>{t('imports.discard')}</Button>
    </Popconfirm>
  );
}

function UndoButton({ streetId, one }: Props): ReactElement {
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  const undo = useWrite(undoImport, changed);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('imports.undo')}</Button>
      <Modal
        open={asking}
        title={t('imports.undoTitle')}
        okText={t('imports.undo')}
        okButtonProps={{ danger: true, loading: undo.isPending }}
        onCancel={() => setAsking(false)}
        onOk={() =>
          undo.mutate(
            { params: { areaId: streetId, importId: one.id } },
            { onSuccess: () => setAsking(false) },
          )
        }
      >
        <p>{t('imports.undoText', { added: one.result?.added ?? 0, changed: one.result?.changed ?? 0 })}</p>
        {undo.isError ? <ProblemNote error={undo.error} /> : null}
      </Modal>
    </>
  );
}
