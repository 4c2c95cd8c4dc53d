import { Alert, Button } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  listQuestionnaires,
  readDraft,
  readVersion,
  type QuestionnaireView,
  type ResponseOf,
} from '@huhudao/protocol';
import { useRead } from '../../api/client.ts';
import { mayAnywhere, useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { DefinitionEditor } from './definition-editor.tsx';
import { parseDefinition, tidy } from './definition-text.ts';
import { FindingList } from './finding-list.tsx';
import { FormPreview } from './form-preview.tsx';
import { PublishButton } from './publish-button.tsx';
import { useSaveDraft } from './use-save-draft.tsx';
import { useTitle } from '../../parts/use-title.ts';
import './questionnaires.css';

const route = getRouteApi('/questionnaires/$questionnaireId');
type Draft = ResponseOf<typeof readDraft>;

/** The draft of a form: its JSON beside what a resident will see, with what the check found. */
export function DraftPage(): ReactElement {
  const t = useTexts();
  const { questionnaireId } = route.useParams();
  const forms = useRead(listQuestionnaires, {});
  const draft = useRead(readDraft, { params: { questionnaireId } });
  return (
    <Loaded of={forms}>
      {(all) => {
        const form = all.find((one) => one.id === questionnaireId);
        if (form === undefined) {
          return <EmptyHint title={t('shell.notFound')} hint={t('shell.notFoundHint')} />;
        }
        return (
          <Loaded of={draft}>{(data) => <Start key={questionnaireId} form={form} draft={data} />}</Loaded>
        );
      }}
    </Loaded>
  );
}

/** Without a draft one begins with what is published. */
function Start({ form, draft }: { form: QuestionnaireView; draft: Draft }): ReactElement {
  const latest = form.versions.toSorted((one, other) => other.number - one.number)[0];
  const needed = draft.definition === null && latest !== undefined;
  const version = useRead(readVersion, { params: { hash: latest?.hash ?? '' } }, { enabled: needed });
  if (!needed) return <Editor form={form} draft={draft} start={draft.definition ?? {}} />;
  return (
    <Loaded of={version}>
      {({ definition }) => <Editor form={form} draft={draft} start={definition} />}
    </Loaded>
  );
}

type EditorProps = { form: QuestionnaireView; draft: Draft; start: Record<string, unknown> };

function Editor({ form, draft, start }: EditorProps): ReactElement {
  const t = useTexts();
  const title = useTitle();
  const format = useFormat();
  const session = useSession();
  const [text, setText] = useState(() => tidy(start));
  const parsed = parseDefinition(text);
  const { save, saving, basedOn, findings, changed, failure } = useSaveDraft(form, draft, text);
  const mayAuthor = mayAnywhere(session, 'questionnaires.author');
  const errors = findings.filter((one) => one.severity === 'error').length;
  return (
    <>
      <PageHead
        title={title(form.title)}
        about={
          changed
            ? t('questionnaire.unsaved')
            : basedOn === null
              ? t('questionnaire.noDraft')
              : t('questionnaire.savedAt', { time: format.moment(basedOn) })
        }
      >
        {mayAuthor ? (
          <Button
            disabled={!parsed.ok || !changed}
            loading={saving}
            onClick={() => parsed.ok && save(parsed.definition)}
          >
            {t('questionnaire.save')}
          </Button>
        ) : null}
        <PublishButton form={form} savedAt={basedOn} changed={changed} errors={errors} />
      </PageHead>
      {failure}
      <div className="draft">
        <section className="stack">
          <DefinitionEditor text={text} onChange={setText} readOnly={!mayAuthor} />
          {parsed.ok ? null : (
            <Alert type="error" showIcon title={t('questionnaire.notJson', { reason: parsed.reason })} />
          )}
          {changed ? <p className="muted small">{t('questionnaire.checkedOnSave')}</p> : null}
          <FindingList findings={findings} text={text} />
        </section>
        <FormPreview definition={parsed.ok ? parsed.definition : null} />
      </div>
    </>
  );
}
