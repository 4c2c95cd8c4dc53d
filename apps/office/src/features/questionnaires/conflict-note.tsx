import { Alert, Button, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { readDraft, type QuestionnaireView } from '@huhudao/protocol';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';
import { ChangeList } from './change-list.tsx';
import { parseDefinition, tidy } from './definition-text.ts';
import type { Autosave } from './use-autosave.ts';

type Props = { form: QuestionnaireView; autosave: Autosave; text: string; onTake: (text: string) => void };

/** How often it is looked for what the other one has now. */
const every = 3000;

/**
 * Somebody else saved in between: who and when, what they have that is different here, and which of the two goes on.
 * Nothing is chosen for the author, and what is replaced here can be undone.
 */
export function ConflictNote(props: Props): ReactElement | null {
  return props.autosave.state === 'conflict' ? <Conflict {...props} /> : null;
}

function Conflict({ form, autosave, text, onTake }: Props): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const read = useRead(readDraft, { params: { questionnaireId: form.id } }, { every });
  const theirs = read.data?.definition ?? null;
  const savedAt = read.data?.savedAt ?? null;
  // Until the newer draft has arrived there is nothing to choose from.
  const isThere = read.isSuccess && savedAt !== autosave.basedOn;
  // The list may still tell of one's own last saving: a name is given only with the draft it belongs to.
  const isTheirName = isThere && form.draftSavedAt === savedAt;
  const who = {
    name: (isTheirName ? form.authorName : null) ?? t('authoring.conflict.somebody'),
    time: savedAt === null ? '—' : format.moment(savedAt),
  };
  const take = (): void => {
    const taken = tidy(theirs ?? {});
    autosave.goOnFrom({ text: taken, basedOn: savedAt });
    onTake(taken);
  };
  const keep = (): void => autosave.goOnFrom({ text: tidy(theirs ?? {}), basedOn: savedAt });
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={
        isThere && theirs === null ? t('authoring.conflict.published') : t('authoring.conflict.title', who)
      }
      description={autosave.changed ? t('authoring.conflict.text') : t('authoring.conflict.unchanged')}
      action={
        <div className="stack conflict-choices">
          <Compare {...{ theirs, text, who }} disabled={!isThere || theirs === null} />
          <Button disabled={!isThere || theirs === null} onClick={take}>
            {t('authoring.conflict.takeTheirs')}
          </Button>
          {autosave.changed ? (
            <Button disabled={!isThere} onClick={keep}>
              {t('authoring.conflict.keepMine')}
            </Button>
          ) : null}
        </div>
      }
    />
  );
}

type CompareProps = {
  theirs: unknown;
  text: string;
  who: { name: string; time: string };
  disabled: boolean;
};

/** What the other one has that is different from this page. */
function Compare({ theirs, text, who, disabled }: CompareProps): ReactElement {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const mine = parseDefinition(text);
  return (
    <>
      <Button disabled={disabled} onClick={() => setOpen(true)}>
        {t('authoring.conflict.compare')}
      </Button>
      <Modal
        open={open}
        width={760}
        title={t('authoring.conflict.differences', who)}
        footer={null}
        onCancel={() => setOpen(false)}
      >
        <ChangeList before={mine.ok ? mine.definition : null} after={theirs} />
      </Modal>
    </>
  );
}
