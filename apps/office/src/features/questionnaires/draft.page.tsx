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
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { DraftDesk } from './draft-desk.tsx';
import './questionnaires.css';

const route = getRouteApi('/questionnaires/$questionnaireId');
type Draft = ResponseOf<typeof readDraft>;

/** How often one is told that somebody else saved. */
const every = 15_000;

/** The draft of a form, on its author's desk. */
export function DraftPage(): ReactElement {
  const t = useTexts();
  const { questionnaireId } = route.useParams();
  const forms = useRead(listQuestionnaires, {}, { every });
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

/**
 * Without a draft one begins with what is published, which a draft is compared with. Which version that is stays while
 * one is at the desk: a version that is published meanwhile must not take the text away from under the author.
 */
function Start({ form, draft }: { form: QuestionnaireView; draft: Draft }): ReactElement {
  const [latest] = useState(() => form.versions.toSorted((one, other) => other.number - one.number)[0]);
  const version = useRead(
    readVersion,
    { params: { hash: latest?.hash ?? '' } },
    { enabled: latest !== undefined },
  );
  if (latest === undefined) {
    return <DraftDesk form={form} savedAt={draft.savedAt} start={draft.definition ?? {}} published={null} />;
  }
  return (
    <Loaded of={version}>
      {({ definition }) => (
        <DraftDesk
          form={form}
          savedAt={draft.savedAt}
          start={draft.definition ?? definition}
          published={definition}
        />
      )}
    </Loaded>
  );
}
