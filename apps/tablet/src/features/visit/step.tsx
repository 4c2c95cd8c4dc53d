import type { Door, RoundView, StairwellView } from '../../work/round-view.ts';
import { AdultStep } from './adult-step.tsx';
import { FinishStep } from './finish-step.tsx';
import { FormStep } from './form-step.tsx';
import { HandBackStep } from './hand-back-step.tsx';
import { IdentityStep } from './identity-step.tsx';
import { OwnDeviceStep } from './own-device-step.tsx';
import { PresentStep } from './present-step.tsx';
import { QuestionsStep } from './questions-step.tsx';
import { SayStep } from './say-step.tsx';
import { TopicsStep } from './topics-step.tsx';
import type { DraftHandle } from './use-draft.ts';
import type { FormVersion } from './use-version.ts';

/** What every step knows: the door, the draft and how to change it, and its forms (null: not pulled yet). */
export type StepProps = DraftHandle & {
  view: RoundView;
  stairwell: StairwellView;
  door: Door;
  form: FormVersion | null;
  questionnaire: FormVersion | null;
};

export function Step(props: StepProps) {
  switch (props.draft.step) {
    case 'say':
      return <SayStep {...props} />;
    case 'adult':
      return <AdultStep {...props} />;
    case 'present':
      return <PresentStep {...props} />;
    case 'identity':
      return <IdentityStep {...props} />;
    case 'ownDevice':
      return <OwnDeviceStep {...props} />;
    case 'questions':
      return <QuestionsStep {...props} />;
    case 'handBack':
      return <HandBackStep {...props} />;
    case 'topics':
      return <TopicsStep {...props} />;
    case 'form':
      return <FormStep {...props} />;
    case 'finish':
      return <FinishStep {...props} />;
  }
}
