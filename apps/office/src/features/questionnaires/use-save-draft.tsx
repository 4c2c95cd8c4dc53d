import { useState, type ReactElement } from 'react';
import {
  listQuestionnaires,
  saveDraft,
  type QuestionnaireView,
  type ResponseOf,
  type readDraft,
} from '@huhudao/protocol';
import { useWrite } from '../../api/client.ts';
import { ProblemNote } from '../../parts/problem.tsx';

type Draft = ResponseOf<typeof readDraft>;
type SaveDraft = {
  save: (definition: Record<string, unknown>) => void;
  saving: boolean;
  /** Time of the draft this text started from; sent along, so that nobody's work is overwritten unseen. */
  basedOn: string | null;
  findings: Draft['findings'];
  /** True while the text differs from what was read or saved last. */
  changed: boolean;
  failure: ReactElement | null;
};

/** Saving a draft, with what the server's check found in it. */
export function useSaveDraft(form: QuestionnaireView, draft: Draft, text: string): SaveDraft {
  const send = useWrite(saveDraft, [listQuestionnaires]);
  const [kept, setKept] = useState({ text, basedOn: draft.savedAt, findings: draft.findings });
  return {
    save: (definition) =>
      send.mutate(
        { params: { questionnaireId: form.id }, body: { definition, basedOn: kept.basedOn } },
        {
          onSuccess: ({ savedAt, findings }) => setKept({ text, basedOn: savedAt, findings }),
        },
      ),
    saving: send.isPending,
    basedOn: kept.basedOn,
    findings: kept.findings,
    changed: text !== kept.text,
    failure: send.isError ? <ProblemNote error={send.error} /> : null,
  };
}
