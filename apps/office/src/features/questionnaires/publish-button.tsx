import { Button, Modal, Tooltip } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  listQuestionnaires,
  publishQuestionnaire,
  readDraft,
  type QuestionnaireView,
} from '@huhudao/protocol';
import { useWrite } from '../../api/client.ts';
import { mayAnywhere, useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { useNotify } from '../../parts/notify.ts';
import { ProblemNote } from '../../parts/problem.tsx';
import { ChangeList } from './change-list.tsx';

type Hindering = { form: QuestionnaireView; savedAt: string | null; changed: boolean; errors: number };
/** What is to be published, and what was published before: null for the first version, or where the JSON is broken. */
type Compared = { published: unknown; definition: unknown };

/** Publishing by a second person: a version that never changes. Says why it cannot be done now. */
export function PublishButton({
  published,
  definition,
  ...draft
}: Hindering & Compared): ReactElement | null {
  const t = useTexts();
  const session = useSession();
  const [asking, setAsking] = useState(false);
  const { form, savedAt } = draft;
  const hindrance = useHindrance(draft);
  if (!mayAnywhere(session, 'questionnaires.publish')) return null;
  return (
    <>
      <Tooltip title={hindrance}>
        <Button type="primary" disabled={hindrance !== undefined} onClick={() => setAsking(true)}>
          {t('questionnaire.publish')}
        </Button>
      </Tooltip>
      {hindrance === undefined ? null : <span className="muted small">{hindrance}</span>}
      {savedAt === null ? null : (
        <PublishDialog
          {...{ form, savedAt, published, definition }}
          open={asking}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function useHindrance({ form, savedAt, changed, errors }: Hindering): string | undefined {
  const t = useTexts();
  const session = useSession();
  if (savedAt === null) return t('questionnaire.nothingToPublish');
  if (changed) return t('questionnaire.saveFirst');
  if (form.authorId === session.personId) return t('questionnaire.ownDraft');
  if (errors > 0) return t('questionnaire.errorsFirst', { count: errors });
  return undefined;
}

type DialogProps = Compared & {
  form: QuestionnaireView;
  savedAt: string;
  open: boolean;
  onClose: () => void;
};

function PublishDialog({ form, savedAt, published, definition, open, onClose }: DialogProps): ReactElement {
  const t = useTexts();
  const notify = useNotify();
  const navigate = useNavigate();
  const publish = useWrite(publishQuestionnaire, [listQuestionnaires, readDraft]);
  const send = (): void =>
    publish.mutate(
      { params: { questionnaireId: form.id }, body: { savedAt } },
      {
        onSuccess: (version) => {
          onClose();
          notify.done(t('questionnaire.published', { number: version.number }));
          void navigate({ to: '/questionnaires/versions/$hash', params: { hash: version.hash } });
        },
      },
    );
  return (
    <Modal
      open={open}
      width={published === null ? 520 : 760}
      title={t('questionnaire.publishTitle')}
      okText={t('questionnaire.publish')}
      okButtonProps={{ loading: publish.isPending }}
      onOk={send}
      onCancel={onClose}
    >
      <p>{t('questionnaire.publishText', { name: form.authorName ?? '—' })}</p>
      {published === null ? null : (
        <section className="publish-changes">
          <h3>{t('change.sinceLast')}</h3>
          <ChangeList before={published} after={definition} />
        </section>
      )}
      {publish.isError ? <ProblemNote error={publish.error} /> : null}
    </Modal>
  );
}
