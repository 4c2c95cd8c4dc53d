import { Button, Card, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { listQuestionnaires, type QuestionnaireView } from '@huhudao/protocol';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useRead } from '../../api/client.ts';
import { mayAnywhere, useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { NewQuestionnaire } from './new-questionnaire.tsx';
import { useTitle } from '../../parts/use-title.ts';

/** Questionnaires and visit forms with their drafts and published versions. */
export function QuestionnairesPage(): ReactElement {
  const t = useTexts();
  const session = useSession();
  const forms = useRead(listQuestionnaires, {});
  const [adding, setAdding] = useState(false);
  const mayAuthor = mayAnywhere(session, 'questionnaires.author');
  return (
    <>
      <PageHead title={t('questionnaire.title')}>
        {mayAuthor ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('questionnaire.new')}
          </Button>
        ) : null}
      </PageHead>
      <Loaded of={forms}>
        {(all) => (
          <div className="stack">
            {(['questionnaire', 'visitForm'] as const).map((kind) => (
              <Card size="small" key={kind}>
                <h2>{t(`questionnaire.kind.${kind}`)}</h2>
                <FormTable forms={all.filter((one) => one.kind === kind)} />
              </Card>
            ))}
            <NewQuestionnaire open={adding} forms={all} onClose={() => setAdding(false)} />
          </div>
        )}
      </Loaded>
    </>
  );
}

function FormTable({ forms }: { forms: QuestionnaireView[] }): ReactElement {
  const t = useTexts();
  const columns = useFormColumns();
  return (
    <Table<QuestionnaireView>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={forms}
      locale={{
        emptyText: <EmptyHint title={t('questionnaire.none')} hint={t('questionnaire.noneHint')} />,
      }}
      columns={columns}
    />
  );
}

function useFormColumns(): ColumnsType<QuestionnaireView> {
  const t = useTexts();
  const title = useTitle();
  return [
    {
      title: t('questionnaire.name'),
      width: '40%',
      render: (_, one) => title(one.title),
    },
    {
      title: t('questionnaire.versions'),
      width: '25%',
      render: (_, one) => (
        <span className="row">
          {one.versions.map((version) => (
            <span key={version.hash} className="row">
              <Link to="/questionnaires/versions/$hash" params={{ hash: version.hash }}>
                {t('questionnaire.version', { number: version.number })}
              </Link>
              {version.retired ? <Chip tone="none">{t('questionnaire.retired')}</Chip> : null}
            </span>
          ))}
          {one.versions.length === 0 ? <span className="muted">—</span> : null}
        </span>
      ),
    },
    {
      title: t('questionnaire.draft'),
      render: (_, one) => <DraftLink form={one} />,
    },
  ];
}

/** To the draft, where there is one; authors may begin the next version. */
function DraftLink({ form }: { form: QuestionnaireView }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const session = useSession();
  if (!form.hasDraft && !mayAnywhere(session, 'questionnaires.author'))
    return <span className="muted">—</span>;
  return (
    <Link to="/questionnaires/$questionnaireId" params={{ questionnaireId: form.id }}>
      {form.hasDraft && form.draftSavedAt !== null
        ? t('questionnaire.draftBy', {
            name: form.authorName ?? '—',
            time: format.moment(form.draftSavedAt),
          })
        : t('questionnaire.nextVersion')}
    </Link>
  );
}
