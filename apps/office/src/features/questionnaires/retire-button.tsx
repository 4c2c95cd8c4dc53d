import { Button, Popconfirm } from 'antd';
import type { ReactElement } from 'react';
import { listQuestionnaires, readVersion, retireVersion, type ResponseOf } from '@huhudao/protocol';
import { useWrite } from '../../api/client.ts';
import { mayAnywhere, useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { useNotify } from '../../parts/notify.ts';

type VersionView = ResponseOf<typeof readVersion>['version'];

/** Keeps a version out of new rounds, or takes it back into use. */
export function RetireButton({ version: { hash, retired } }: { version: VersionView }): ReactElement | null {
  const t = useTexts();
  const notify = useNotify();
  const session = useSession();
  const retire = useWrite(retireVersion, [listQuestionnaires, readVersion]);
  if (!mayAnywhere(session, 'questionnaires.publish')) return null;
  const send = (): void =>
    retire.mutate({ params: { hash }, body: { retired: !retired } }, { onError: notify.failed });
  if (retired) {
    return (
      <Button loading={retire.isPending} onClick={send}>
        {t('questionnaire.reinstate')}
      </Button>
    );
  }
  return (
    <Popconfirm
      title={t('questionnaire.retireTitle')}
      description={t('questionnaire.retireText')}
      okText={t('questionnaire.retire')}
      onConfirm={send}
    >
      <Button loading={retire.isPending}>{t('questionnaire.retire')}</Button>
    </Popconfirm>
  );
}
