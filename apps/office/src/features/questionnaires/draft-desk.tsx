import { Alert, Button, Tabs } from 'antd';
import { useState, type ReactElement } from 'react';
import type { QuestionnaireView } from '@huhudao/protocol';
import type { DefinitionKind, Finding } from '@huhudao/questionnaire';
import { fixed, type Place } from '@huhudao/questionnaire/authoring';
import { mayAnywhere, useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { HistoryButtons } from './authoring/history-buttons.tsx';
import { StructureEditor } from './authoring/structure-editor.tsx';
import { useDesk, type Desk } from './authoring/use-authoring.ts';
import { ChangeList } from './change-list.tsx';
import { ConflictNote } from './conflict-note.tsx';
import { DefinitionEditor } from './definition-editor.tsx';
import { parseDefinition, tidy, type Parsed } from './definition-text.ts';
import { FindingList } from './finding-list.tsx';
import { FormPreview } from './form-preview.tsx';
import { PublishButton } from './publish-button.tsx';
import { SaveState } from './save-state.tsx';
import { useAutosave } from './use-autosave.ts';
import { useFindings } from './use-findings.ts';

type Definition = Record<string, unknown>;
type Props = {
  form: QuestionnaireView;
  savedAt: string | null;
  start: Definition;
  published: Definition | null;
};
type Side = 'structure' | 'json' | 'preview' | 'changes';

/** One document, seen as a form, as JSON and as a resident sees it; saved while it is written, checked as it is typed. */
export function DraftDesk({ form, savedAt, start, published }: Props): ReactElement {
  const t = useTexts();
  const title = useTitle();
  const [first] = useState(() => tidy(start));
  const desk = useDesk(first);
  const { readOnly, beginEditing } = useEditing(form, savedAt);
  const autosave = useAutosave(form, { text: first, basedOn: savedAt }, desk.text);
  const findings = useFindings(desk.text, form.kind, published);
  const parsed = parseDefinition(desk.text);
  const definition = parsed.ok ? parsed.definition : null;
  const errors = findings.filter((one) => one.severity === 'error').length;
  return (
    <div className="draft-desk">
      <PageHead title={title(form.title)} about={<SaveState autosave={autosave} isJson={parsed.ok} />}>
        {readOnly ? null : <HistoryButtons desk={desk} />}
        {beginEditing === null ? null : <Button onClick={beginEditing}>{t('authoring.beginEditing')}</Button>}
        <PublishButton
          {...{ form, published, definition, errors }}
          savedAt={autosave.basedOn}
          changed={autosave.changed}
        />
      </PageHead>
      <div className="stack">
        <ConflictNote {...{ form, autosave }} text={desk.text} onTake={desk.setText} />
        {beginEditing === null ? null : <p className="muted">{t('authoring.readingOnly')}</p>}
        <Sides {...{ desk, findings, readOnly, published }} kind={form.kind} parsed={parsed} />
      </div>
    </div>
  );
}

type SidesProps = {
  desk: Desk;
  kind: DefinitionKind;
  parsed: Parsed;
  findings: readonly Finding[];
  readOnly: boolean;
  published: Definition | null;
};

/** The sides of the document one at a time, and below them what was found in it. */
function Sides({ desk, kind, parsed, findings, readOnly, published }: SidesProps): ReactElement {
  const t = useTexts();
  const [side, setSide] = useState<Side>('structure');
  const definition = parsed.ok ? parsed.definition : null;
  const mend = useMend(desk, definition, readOnly);
  const [goal, setGoal] = useState<{ path: string } | null>(null);
  const show = (finding: Finding, place: Place): void => {
    desk.select(place);
    if (side === 'json') setGoal({ path: finding.path });
    else setSide('structure');
  };
  const sides = {
    structure: (
      <StructureEditor {...{ desk, kind, findings, readOnly, mend }} onShowJson={() => setSide('json')} />
    ),
    json: <DefinitionEditor {...{ findings, goal, readOnly }} text={desk.text} onChange={desk.setText} />,
    preview: <FormPreview definition={definition} />,
    changes: <ChangeList before={published} after={definition} />,
  };
  const shown = (['structure', 'json', 'preview', 'changes'] as const).filter(
    (key) => key !== 'changes' || published !== null,
  );
  return (
    <>
      <Tabs
        activeKey={side}
        onChange={(key) => {
          setSide(key as Side);
          setGoal(null);
        }}
        items={shown.map((key) => ({
          key,
          label: t(`authoring.side.${key}`),
          children: side === key ? sides[key] : null,
        }))}
      />
      {parsed.ok ? (
        <FindingList
          {...{ findings, mend }}
          text={desk.text}
          shownBeside={side === 'structure' ? desk.place : null}
          onShow={show}
        />
      ) : (
        <Alert type="error" showIcon title={t('questionnaire.notJson', { reason: parsed.reason })} />
      )}
    </>
  );
}

/** A mend is an edit like any other: seen at once, and undone if it was not meant. */
function useMend(desk: Desk, definition: Definition | null, readOnly: boolean) {
  return (finding: Finding): (() => void) | null => {
    const mended = readOnly || definition === null ? null : fixed(definition, finding);
    return mended === null ? null : () => desk.setText(tidy(mended));
  };
}

/**
 * Whoever could publish somebody else's draft reads it first: with the first change they would be one of its authors,
 * and could not publish it any more.
 */
function useEditing(form: QuestionnaireView, savedAt: string | null) {
  const session = useSession();
  const [begun, setBegun] = useState(
    () => savedAt === null || form.authorId === null || form.authorId === session.personId,
  );
  const mayAuthor = mayAnywhere(session, 'questionnaires.author');
  return {
    readOnly: !mayAuthor || !begun,
    beginEditing: mayAuthor && !begun ? () => setBegun(true) : null,
  };
}
