import { createContext, useContext, useMemo, useRef, useState } from 'react';
import type { Definition, DefinitionKind, Finding } from '@huhudao/questionnaire';
import {
  partAt,
  readDraft,
  record,
  redo,
  replace,
  startHistory,
  undo,
  type Edited,
  type History,
  type Part,
  type Place,
} from '@huhudao/questionnaire/authoring';
import { must } from '@huhudao/domain';
import { parseDefinition, tidy } from '../definition-text.ts';

/** The text of the form and the part of it one is at: undoing leads back to where the change was. */
interface Document {
  text: string;
  place: Place;
}

/** Where the cursor goes after a change: to the title of what is new, or along with what was moved. */
type Goal = 'title' | 'row';

/** The document on the desk: one text with one history, whether it is edited as a form or as JSON. */
export interface Desk {
  text: string;
  place: Place;
  /**
   * Whether the cursor is to go there now. It goes once: whoever went on since, into a menu or to another field, is not
   * called back when the page is drawn again because a check or the saving has ended.
   */
  takeFocus: (goal: Goal) => boolean;
  setText: (text: string, label?: string | null) => void;
  select: (place: Place) => void;
  apply: (edited: Edited, goal?: Goal) => void;
  change: (definition: Definition, label?: string | null) => void;
  undo: () => void;
  redo: () => void;
  mayUndo: boolean;
  mayRedo: boolean;
}

export function useDesk(start: string): Desk {
  const [history, setHistory] = useState<History<Document>>(() => startHistory({ text: start, place: [] }));
  const waiting = useRef<Goal | null>(null);
  const put = (document: Document, label: string | null, goal: Goal | null): void => {
    setHistory((old) => (old.present.text === document.text ? old : record(old, document, label)));
    waiting.current = goal;
  };
  const turn = (to: typeof undo): void => {
    setHistory((old) => to(old));
    waiting.current = null;
  };
  const { text, place } = history.present;
  return {
    text,
    place,
    takeFocus: (goal) => {
      const isHere = waiting.current === goal;
      if (isHere) waiting.current = null;
      return isHere;
    },
    setText: (next, label = null) => put({ text: next, place }, label, null),
    select: (next) => {
      setHistory((old) => ({ ...old, present: { ...old.present, place: next } }));
      waiting.current = null;
    },
    apply: (edited, goal) => put({ text: tidy(edited.definition), place: edited.place }, null, goal ?? null),
    change: (definition, label = null) => put({ text: tidy(definition), place }, label, null),
    undo: () => turn(undo),
    redo: () => turn(redo),
    mayUndo: history.past.length > 0,
    mayRedo: history.future.length > 0,
  };
}

/** What the structured editor works on; null while the JSON is not a form it can show. */
export function useReadable(text: string): Definition | null {
  return useMemo(() => {
    const parsed = parseDefinition(text);
    return parsed.ok ? readDraft(parsed.definition) : null;
  }, [text]);
}

/** What every field of the structured editor knows. */
export interface Authoring extends Omit<Desk, 'text' | 'setText' | 'undo' | 'redo' | 'mayUndo' | 'mayRedo'> {
  definition: Definition;
  kind: DefinitionKind;
  findings: readonly Finding[];
  readOnly: boolean;
  /** The mend of a finding, where there is an obvious one. */
  mend: (finding: Finding) => (() => void) | null;
  /** Says aloud what just happened, for those who do not see it. */
  announce: (sentence: string) => void;
}

const context = createContext<Authoring | null>(null);
export const AuthoringProvider = context.Provider;

export function useAuthoring(): Authoring {
  return must(useContext(context), 'the desk around a field of the structured editor');
}

/**
 * Changes the part on screen. Typing on in the same field is one step of the history: `field` tells fields apart.
 */
export function useChange<P extends Part>(): (part: P, field?: string) => void {
  const { definition, place, change } = useAuthoring();
  return (part, field) =>
    change(
      replace(definition, place, part),
      field === undefined ? null : `${partAt(definition, place)?.name ?? ''} ${field}`,
    );
}
