import { useEffect, useState, type RefObject } from 'react';
import { Problem, listQuestionnaires, saveDraft, type QuestionnaireView } from '@huhudao/protocol';
import { useWrite } from '../../api/client.ts';
import { useDebounced } from '../../parts/use-debounced.ts';
import { useLatest } from '../../parts/use-latest.ts';
import { parseDefinition } from './definition-text.ts';

/** A moment of rest after which what was written is saved. */
const rest = 1500;
/** After a failure it is tried again, until the office answers. */
const again = 10_000;

type Kept = { text: string; basedOn: string | null };
type State = 'still' | 'saving' | 'failed' | 'conflict';

export interface Autosave {
  state: State;
  /** Time of the draft on the server that the text goes on from; null before there is one. */
  basedOn: string | null;
  /** True while the text differs from what the server has. */
  changed: boolean;
  error: unknown;
  /** Saves at once, instead of after a moment of rest. */
  saveNow: () => void;
  /** Goes on from somebody else's draft: with one's own text over it, or with theirs. */
  goOnFrom: (kept: Kept) => void;
}

/**
 * Keeps the draft on the server while it is written. Each saving names the draft it goes on from, so that nobody's
 * work is overwritten unseen: when somebody saved in between, saving stops until the author has chosen.
 */
export function useAutosave(form: QuestionnaireView, start: Kept, text: string): Autosave {
  const send = useWrite(saveDraft, [listQuestionnaires]);
  const [kept, setKept] = useState(start);
  const [state, setState] = useState<State>('still');
  const changed = text !== kept.text;
  const save = useLatest((): void => {
    const parsed = parseDefinition(text);
    if (!changed || !parsed.ok || state === 'saving' || state === 'conflict') return;
    setState('saving');
    send.mutate(
      {
        params: { questionnaireId: form.id },
        body: { definition: parsed.definition, basedOn: kept.basedOn },
      },
      {
        onSuccess: ({ savedAt }) => {
          setKept({ text, basedOn: savedAt });
          setState('still');
        },
        onError: (error) =>
          setState(error instanceof Problem && error.code === 'draftChanged' ? 'conflict' : 'failed'),
      },
    );
  });
  const rested = useDebounced(text, rest) === text;
  useEffect(() => {
    if (changed && rested && state === 'still') save.current();
  }, [changed, rested, state, save]);
  useEffect(() => {
    if (state !== 'failed') return undefined;
    const timer = setTimeout(() => save.current(), again);
    return () => clearTimeout(timer);
  }, [state, save]);
  useLeaving(changed, save);
  const othersAreNewer = isLater(form.draftSavedAt, kept.basedOn) && state !== 'saving';
  return {
    state: othersAreNewer ? 'conflict' : state,
    basedOn: kept.basedOn,
    changed,
    error: send.error,
    saveNow: () => save.current(),
    goOnFrom: (next) => {
      setKept(next);
      setState('still');
    },
  };
}

function isLater(time: string | null, than: string | null): boolean {
  return time !== null && (than === null || Date.parse(time) > Date.parse(than));
}

/** Going to another page saves at once; closing the window asks first. */
function useLeaving(changed: boolean, save: RefObject<() => void>): void {
  useEffect(() => () => save.current(), [save]);
  useEffect(() => {
    if (!changed) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [changed]);
}
