import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { presences } from '@huhudao/domain';
import { Button, CheckList } from '@huhudao/ui/components';
import { useSnapshot, useTablet } from '../../app/tablet.tsx';
import { stepAfter } from '../../work/draft.ts';
import type { StepProps } from './step.tsx';
import { VisitFrame } from './visit-frame.tsx';
import styles from './visit.module.css';

/** Who stands at the door besides the resident, and who of the team came along. */
export function PresentStep(step: StepProps) {
  const { t } = useTranslation(['tablet', 'ui']);
  const companions = useCompanions(step);
  const { draft, change, form } = step;
  return (
    <VisitFrame
      step={step}
      title={t('tablet:visit.present.title')}
      actions={
        <Button
          look="primary"
          size="large"
          wide
          onPress={() => change({ step: stepAfter(draft, form?.compiled ?? null) })}
        >
          {t('ui:action.next')}
        </Button>
      }
    >
      <p className={styles['lead']}>{t('tablet:visit.present.why')}</p>
      <CheckList
        label={t('tablet:visit.present.label')}
        choices={presences.map((value) => ({ value, label: t(`ui:presence.${value}`) }))}
        values={draft.present}
        onChange={(present) => change({ present })}
      />
      {companions.length > 0 && (
        <CheckList
          label={t('tablet:visit.present.companions')}
          choices={companions.map(({ id, name }) => ({ value: id, label: name }))}
          values={draft.companionIds}
          onChange={(companionIds) => change({ companionIds })}
        />
      )}
    </VisitFrame>
  );
}

/** The others of my teams in this round, and whoever was noted and is not among them any more: that can be taken back. */
function useCompanions({ view, draft }: StepProps): { id: string; name: string }[] {
  const { t } = useTranslation('tablet');
  const { streets } = useSnapshot();
  const { personId } = useTablet().person.profile.session;
  const street = streets.find(({ streetId }) => streetId === view.streetId);
  const teams = street?.teams.filter((team) => team.mine && team.roundIds.includes(view.round.id)) ?? [];
  const members = new Map(teams.flatMap((team) => team.members.map((member) => [member.id, member])));
  const others = [...members.values()].filter((member) => member.id !== personId);
  // What was chosen on opening stays on the list, so that a second tap can take the first one back.
  const [noted] = useState(draft.companionIds);
  const former = noted.filter((id) => !members.has(id));
  return [...others, ...former.map((id) => ({ id, name: t('visit.present.former') }))];
}
