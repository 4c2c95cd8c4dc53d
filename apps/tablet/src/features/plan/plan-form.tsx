import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusePlan, visitingHours, type PlanRequest } from '@huhudao/domain';
import type { Work } from '@huhudao/outbox';
import { newId, sentenceOf } from '@huhudao/protocol';
import { today, useLocale } from '@huhudao/ui';
import { Button, Note, SelectField, TextField } from '@huhudao/ui/components';
import { useTablet } from '../../app/tablet.tsx';
import type { StreetReference, Team } from '../../local/reference.types.ts';
import type { LocalPart } from '../../local/work.types.ts';
import { planContext, type PlannedVisit } from '../../work/plans.ts';
import type { RoundView } from '../../work/round-view.ts';
import { usePlaceName } from '../door/place-name.ts';
import styles from './plan.module.css';

type Props = { view: RoundView; reference: StreetReference; planned: readonly PlannedVisit[] };

/** People are at home in the evening. */
const usual = { from: '19:00', until: '20:30' };

/** Stairwell × day × window × team. What clashes is said while it is chosen, by the rule the server has too. */
export function PlanForm(props: Props) {
  const { t } = useTranslation('tablet');
  const { locale } = useLocale();
  const { stairwells, teams } = useChoices(props);
  const { request, note, refusal, change, setNote, save } = usePlanning(
    props,
    stairwells[0]?.value,
    teams[0]?.value,
  );
  return (
    <form
      className={styles['card']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{t('plan.add')}</h2>
      <SelectField
        label={t('plan.stairwell')}
        value={request.stairwellId}
        onChange={(stairwellId) => change({ stairwellId })}
        choices={stairwells}
      />
      <SelectField
        label={t('plan.team')}
        value={request.teamId}
        onChange={(teamId) => change({ teamId })}
        choices={teams}
      />
      <Window view={props.view} request={request} onChange={change} />
      <TextField label={t('plan.note')} value={note} onChange={setNote} maxLength={200} />
      {refusal !== undefined && (
        <Note kind="warning" live>
          <p>{sentenceOf({ code: refusal, details: {} }, locale)}</p>
        </Note>
      )}
      <Button submits look="primary" size="large" wide disabled={refusal !== undefined}>
        {t('plan.save')}
      </Button>
    </form>
  );
}

/** What is being planned, whether it can be so, and how it is saved. */
function usePlanning({ view, reference, planned }: Props, stairwellId = '', teamId = '') {
  const store = useTablet();
  const [request, setRequest] = useState<PlanRequest>(() => {
    const day = today() < view.round.startsOn ? view.round.startsOn : today();
    return { stairwellId, teamId, day, ...usual };
  });
  const [note, setNote] = useState('');
  const [now] = useState(() => new Date().toISOString());
  const asking = { teamId: request.teamId, now };
  const refusal = refusePlan(request, planContext(view, reference, planned, asking));
  const change = (part: Partial<PlanRequest>) => setRequest((before) => ({ ...before, ...part }));
  const save = async () => {
    try {
      await store.freeze(planWork(view, request, note));
    } catch {
      // The store says that it is not saved; what was chosen stays.
      return;
    }
    setNote('');
  };
  return { request, note, refusal, change, setNote, save };
}

function planWork(view: RoundView, request: PlanRequest, note: string): Work<LocalPart> {
  const id = newId();
  const { streetId } = view;
  const payload = { roundId: view.round.id, ...request, ...(note.trim() === '' ? {} : { note }) };
  const label = { roundId: view.round.id, stairwellId: request.stairwellId, householdId: null };
  return {
    streetId,
    mutations: [{ id, kind: 'planVisit', payload, label }],
    local: { own: [{ id, kind: 'plan', streetId, ...payload }], heldIds: [], draftIds: [] },
  };
}

type WindowProps = {
  view: RoundView;
  request: PlanRequest;
  onChange: (part: Partial<PlanRequest>) => void;
};

function Window({ view, request, onChange }: WindowProps) {
  const { t } = useTranslation('tablet');
  return (
    <div className={styles['window']}>
      <TextField
        type="date"
        label={t('plan.day')}
        value={request.day}
        min={view.round.startsOn}
        max={view.round.deadline}
        onChange={(day) => onChange({ day })}
      />
      <TextField
        type="time"
        label={t('plan.from')}
        value={request.from}
        min={visitingHours.from}
        max={visitingHours.until}
        onChange={(from) => onChange({ from })}
      />
      <TextField
        type="time"
        label={t('plan.until')}
        value={request.until}
        min={visitingHours.from}
        max={visitingHours.until}
        onChange={(until) => onChange({ until })}
      />
    </div>
  );
}

/** My stairwells and teams come first, then the community's; others can be chosen where one of the two is mine. */
function useChoices({ view, reference }: Props) {
  const { t } = useTranslation('tablet');
  const place = usePlaceName();
  const byMine = <T extends { mine: boolean }>(a: T, b: T) => Number(b.mine) - Number(a.mine);
  const stairwells = view.stairwells
    .toSorted((a, b) => byMine(a.stairwell, b.stairwell))
    .map(({ stairwell, doors, settled }) => ({
      value: stairwell.id,
      label: t('plan.stairwellLeft', { place: place(stairwell), count: doors.length - settled }),
    }));
  const communities = new Set(
    view.stairwells.filter(({ stairwell }) => stairwell.mine).map(({ stairwell }) => stairwell.communityId),
  );
  const near = (team: Team) => Number(communities.has(team.communityId));
  const teams = reference.teams
    .filter((team) => team.roundIds.includes(view.round.id))
    .toSorted((a, b) => byMine(a, b) || near(b) - near(a))
    .map(({ id, name }) => ({ value: id, label: name }));
  return { stairwells, teams };
}
