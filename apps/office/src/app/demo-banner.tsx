import { Alert, Button, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { readSetup, removeDemo } from '@huhudao/protocol';
import { queryClient, sessionKey, useWrite } from '../api/client.ts';
import { mayAnywhere, useSession } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { ProblemNote } from '../parts/problem.tsx';

/** Says on every page that nothing here is real, and lets an administrator remove it. */
export function DemoBanner(): ReactElement {
  const t = useTexts();
  const session = useSession();
  const [asking, setAsking] = useState(false);
  const mayRemove = mayAnywhere(session, 'people.manage');
  return (
    <>
      <Alert
        banner
        type="warning"
        title={t('shell.demo.banner')}
        action={
          mayRemove ? (
            <Button size="small" onClick={() => setAsking(true)}>
              {t('shell.demo.remove')}
            </Button>
          ) : undefined
        }
      />
      <RemoveDemo open={asking} onClose={() => setAsking(false)} />
    </>
  );
}

function RemoveDemo({ open, onClose }: { open: boolean; onClose: () => void }): ReactElement {
  const t = useTexts();
  const send = useWrite(removeDemo);
  const remove = (): void =>
    send.mutate(
      {},
      {
        onSuccess: async () => {
          queryClient.setQueryData(sessionKey, null);
          await queryClient.invalidateQueries({ queryKey: [readSetup.name] });
        },
      },
    );
  return (
    <Modal
      open={open}
      title={t('shell.demo.removeTitle')}
      okText={send.isPending ? t('shell.demo.removing') : t('shell.demo.remove')}
      okButtonProps={{ danger: true, loading: send.isPending }}
      onOk={remove}
      onCancel={onClose}
    >
      <p>{t('shell.demo.removeText')}</p>
      {send.isError ? <ProblemNote error={send.error} /> : null}
    </Modal>
  );
}
