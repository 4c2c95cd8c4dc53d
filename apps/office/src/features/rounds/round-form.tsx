import { Button, Card, Steps } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { missingIn, roundSteps, type RoundDraft, type RoundStep } from './round-draft.ts';
import { CheckStep } from './steps/check.step.tsx';
import { DatesStep } from './steps/dates.step.tsx';
import { FormsStep } from './steps/forms.step.tsx';
import { PurposeStep } from './steps/purpose.step.tsx';
import { ScopeStep } from './steps/scope.step.tsx';
import { TeamsStep } from './steps/teams.step.tsx';
import { useBelowGrid } from './places/use-below-grid.ts';
import { useWithoutTeam } from './use-without-team.ts';
import './rounds.css';

export type StepProps = { draft: RoundDraft; change: (next: Partial<RoundDraft>) => void; streetId: string };
type Props = StepProps & {
  /** What can be done at the end: save, open. */
  finish: ReactElement;
};

const parts: Record<Exclude<RoundStep, 'check'>, (props: StepProps) => ReactElement> = {
  purpose: PurposeStep,
  scope: ScopeStep,
  forms: FormsStep,
  teams: TeamsStep,
  dates: DatesStep,
};

/** A round in six parts. One may go to any part at any time; the last tells what is missing. */
export function RoundForm({ draft, change, streetId, finish }: Props): ReactElement {
  const t = useTexts();
  const [step, setStep] = useState<RoundStep>('purpose');
  const at = roundSteps.indexOf(step);
  const withoutTeam = useWithoutTeam(draft, streetId);
  const missing = missingIn(draft, { withoutTeam, belowGrid: useBelowGrid(draft) });
  const Part = step === 'check' ? null : parts[step];
  const previous = roundSteps[at - 1];
  const next = roundSteps[at + 1];
  return (
    <div className="round-form">
      <Steps
        orientation="vertical"
        size="small"
        current={at}
        onChange={(index) => setStep(roundSteps[index] ?? 'purpose')}
        items={roundSteps.map((one, index) => ({
          title: t(`round.step.${one}`),
          status: statusOf(
            index,
            at,
            missing.some((gap) => gap.step === one),
          ),
        }))}
      />
      <Card size="small">
        <h2>{t(`round.step.${step}`)}</h2>
        <p className="muted">{t(ofList(draft, step) ? 'hotline.about' : `round.stepHint.${step}`)}</p>
        {Part === null ? (
          <CheckStep draft={draft} missing={missing} streetId={streetId} go={setStep} />
        ) : (
          <Part draft={draft} change={change} streetId={streetId} />
        )}
        <div className="row round-form-foot">
          {previous === undefined ? null : (
            <Button onClick={() => setStep(previous)}>{t('round.previous')}</Button>
          )}
          {next === undefined ? (
            finish
          ) : (
            <Button type="primary" onClick={() => setStep(next)}>
              {t('round.next')}
            </Button>
          )}
        </div>
      </Card>
    </div>
  );
}

/** The places of a hotline round come from a list. */
const ofList = ({ purpose }: RoundDraft, step: RoundStep): boolean =>
  purpose === 'hotline' && step === 'scope';

function statusOf(index: number, at: number, incomplete: boolean): 'wait' | 'process' | 'finish' | 'error' {
  if (index === at) return 'process';
  if (index > at) return 'wait';
  return incomplete ? 'error' : 'finish';
}
