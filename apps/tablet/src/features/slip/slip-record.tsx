import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Note } from '@huhudao/ui/components';
import { useOwnWork, useTablet } from '../../app/tablet.tsx';
import { must } from '@huhudao/domain';
import { quickVisits } from '../../work/record-visit.ts';
import type { Door, RoundView } from '../../work/round-view.ts';
import { asksForSlip, hasSlip, slipAmendment, slipAnswers, visitOfSlip } from '../../work/slip.ts';
import { useVersion } from '../visit/use-version.ts';

type Props = {
  view: RoundView;
  door: Door;
  /** When one stood at the door: milliseconds since 1970. */
  at: number;
};

/** Writes down that a slip was left: with the visit, or added to the one that was recorded today. */
export function SlipRecord({ view, door, at }: Props) {
  const { t } = useTranslation('tablet');
  const form = useVersion(view.round.visitFormHash);
  const { visit, recorded, record, state } = useRecord({ view, door, at });
  if (form === undefined) return null;
  if (form === null || !asksForSlip(form.compiled)) return <p>{t('slip.noPlace')}</p>;
  if (state === 'recorded' || recorded)
    return (
      <Note kind="good" live>
        <p>{t('slip.recorded')}</p>
      </Note>
    );
  // A door that is settled needs no further attempt; the slip may be left all the same.
  if (visit === undefined && door.standing.settled) return null;
  return (
    <>
      <Button wide size="large" pending={state === 'recording'} onPress={() => void record()}>
        {t(visit === undefined ? 'slip.recordBoth' : 'slip.recordSlip')}
      </Button>
      {state === 'failed' && (
        <Note kind="problem" live>
          <p>{t('slip.failed')}</p>
        </Note>
      )}
    </>
  );
}

type State = 'open' | 'recording' | 'recorded' | 'failed';

function useRecord({ view, door: { household }, at }: Props) {
  const { t } = useTranslation('tablet');
  const store = useTablet();
  const work = useOwnWork();
  const [state, setState] = useState<State>('open');
  const visit = visitOfSlip(work, { roundId: view.round.id, householdId: household.id }, at);
  const write = async () => {
    if (visit === undefined) {
      const how = { outcome: 'notHome', appointment: null, formAnswers: slipAnswers } as const;
      return store.hold(quickVisits(view, [household], how, at));
    }
    // What is added to a visit follows it: nobody takes it back any more.
    await store.freezeWhatIsHeld();
    const frozen = must(await store.refused.record(visit.id), 'the visit of today');
    const { roundId, stairwellId, householdId } = visit;
    return store.freeze(
      slipAmendment(
        frozen,
        { streetId: view.streetId, roundId, stairwellId, householdId },
        t('slip.amended'),
      ),
    );
  };
  const record = async () => {
    setState('recording');
    try {
      await write();
      setState('recorded');
    } catch {
      setState('failed');
    }
  };
  return { visit, recorded: visit !== undefined && hasSlip(work, visit), record, state };
}
