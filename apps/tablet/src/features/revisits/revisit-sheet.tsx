import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@huhudao/protocol';
import { Button, RadioCards, Sheet, TextField } from '@huhudao/ui/components';
import { useTablet } from '../../app/tablet.tsx';
import type { HeldWork } from '../../local/work.types.ts';
import type { WaitingRevisit } from '../../work/revisits.ts';
import { usePlaceName } from '../door/place-name.ts';

const results = ['resolved', 'visited', 'unresolved', 'declined'] as const;
type Result = (typeof results)[number];
type Words = { cause: string; explanation: string; promise: string };

/** What came of a revisit: cause, what was explained, what was promised. */
export function RevisitSheet({ entry, onClose }: { entry: WaitingRevisit | null; onClose: () => void }) {
  const place = usePlaceName();
  return (
    <Sheet
      title={entry === null ? '' : place(entry.stairwell, entry.household.room)}
      open={entry !== null}
      onClose={onClose}
    >
      {entry !== null && <RevisitForm key={entry.revisit.id} entry={entry} onSaved={onClose} />}
    </Sheet>
  );
}

function RevisitForm({ entry, onSaved }: { entry: WaitingRevisit; onSaved: () => void }) {
  const { t } = useTranslation('tablet');
  const store = useTablet();
  const [state, setState] = useState<Result | null>(null);
  const [words, setWords] = useState<Words>({ cause: '', explanation: '', promise: '' });
  const save = async () => {
    if (state === null) return;
    try {
      await store.hold(heldRevisit(entry, state, words, Date.now()));
    } catch {
      // The store says that it is not saved; what was typed stays.
      return;
    }
    onSaved();
  };
  return (
    <>
      <RadioCards
        label={t('revisits.state')}
        choices={results.map((value) => ({ value, label: t(`revisits.states.${value}`) }))}
        value={state}
        onChange={setState}
      />
      {(['cause', 'explanation', 'promise'] as const).map((field) => (
        <TextField
          key={field}
          multiline
          label={t(`revisits.${field}`)}
          value={words[field]}
          onChange={(value) => setWords((before) => ({ ...before, [field]: value }))}
          maxLength={2000}
        />
      ))}
      <Button look="primary" size="large" wide disabled={state === null} onPress={() => void save()}>
        {t('revisits.save')}
      </Button>
    </>
  );
}

/** Empty fields are left out: nothing was said about them. */
function heldRevisit(entry: WaitingRevisit, state: Result, words: Words, at: number): HeldWork {
  const [id, recordId] = [newId(), newId()];
  const { streetId, household, roundId } = entry;
  const revisitId = entry.revisit.id;
  const said = Object.fromEntries(Object.entries(words).filter(([, text]) => text.trim() !== ''));
  const label = { roundId, stairwellId: household.stairwellId, householdId: household.id };
  return {
    id,
    heldAt: at,
    doors: [],
    outcome: null,
    finishes: null,
    leaves: null,
    work: {
      streetId,
      mutations: [{ id: recordId, kind: 'recordRevisit', payload: { revisitId, state, ...said }, label }],
      local: {
        own: [{ id: recordId, kind: 'revisit', streetId, revisitId, state }],
        heldIds: [id],
        draftIds: [],
      },
    },
  };
}
