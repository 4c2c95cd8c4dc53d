import { defaultKeymap } from '@codemirror/commands';
import { json, jsonParseLinter } from '@codemirror/lang-json';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef, type ReactElement } from 'react';
import type { Severity } from '@huhudao/questionnaire';
import { useLatest } from '../../../parts/use-latest.ts';
import { changeBetween } from './change-between.ts';
import { colours } from './colours.ts';
import { placeInText } from './place-in-text.ts';

/** What is said of a place in the text. */
export type Remark = { path: string; severity: Severity; message: string };

type Props = {
  text: string;
  label: string;
  readOnly: boolean;
  remarks: readonly Remark[];
  /** What to say where the text is not JSON; null while it is. */
  broken: string | null;
  /** Where to go; another object goes there again. */
  goal: { path: string } | null;
  onChange: (text: string) => void;
};

/** Changes that come from outside are not told back. */
const fromOutside = Annotation.define<boolean>();

/**
 * The text of a form with what is wrong marked where it stands. The tab key leaves it like any other field, and undoing
 * is the desk's: one history for the form and its text.
 */
export function JsonEditor(props: Props): ReactElement {
  const { text, label, readOnly, remarks, broken, goal } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  /** What was typed and has not come back yet; older of it must not undo what was typed since. */
  const told = useRef(new Set<string>());
  const latest = useLatest(props);
  useEffect(() => {
    if (host.current === null) return undefined;
    const editor = new EditorView({
      doc: latest.current.text,
      parent: host.current,
      extensions: [
        ...extensions(label, readOnly),
        EditorView.updateListener.of(({ docChanged, transactions, state }) => {
          if (!docChanged || transactions.some((one) => one.annotation(fromOutside) === true)) return;
          const typed = state.doc.toString();
          told.current.add(typed);
          latest.current.onChange(typed);
        }),
      ],
    });
    view.current = editor;
    return () => editor.destroy();
  }, [label, readOnly, latest]);
  useEffect(() => {
    if (view.current === null) return;
    const changes = changeBetween(view.current.state.doc.toString(), text);
    if (changes === null) told.current.clear();
    else if (!told.current.has(text)) view.current.dispatch({ changes, annotations: fromOutside.of(true) });
    mark(view.current, remarks, broken);
  }, [text, remarks, broken]);
  useEffect(() => {
    if (view.current === null || goal === null) return;
    const { from } = placeInText(view.current.state, goal.path);
    view.current.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: 'center' }),
    });
    view.current.focus();
  }, [goal]);
  return <div className="draft-editor" ref={host} />;
}

function extensions(label: string, readOnly: boolean): Extension[] {
  return [
    lineNumbers(),
    lintGutter(),
    drawSelection(),
    bracketMatching(),
    json(),
    syntaxHighlighting(colours),
    keymap.of(defaultKeymap),
    EditorView.lineWrapping,
    EditorState.readOnly.of(readOnly),
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-multiline': 'true', tabindex: '0' }),
  ];
}

/** Text that is not JSON has one place where it breaks off; otherwise each remark stands at its own. */
function mark(view: EditorView, remarks: readonly Remark[], broken: string | null): void {
  const diagnostics =
    broken === null
      ? remarks.map(({ path, severity, message }) => ({
          ...placeInText(view.state, path),
          severity,
          message,
        }))
      : jsonParseLinter()(view).map((one) => ({ ...one, message: broken }));
  view.dispatch(setDiagnostics(view.state, diagnostics));
}
