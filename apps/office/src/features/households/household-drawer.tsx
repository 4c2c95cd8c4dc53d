import { Descriptions, Drawer, Tabs } from 'antd';
import type { ReactElement } from 'react';
import type { HouseholdView } from '@huhudao/protocol';
import { may, useArea } from '../../api/areas.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { addressOf } from './household-columns.tsx';
import { HouseholdForm } from './household.form.tsx';
import { HouseholdVisits } from './household-visits.tsx';
import { NamedAnswers } from './named-answers.tsx';
import { RaiseRevisitForm } from './raise-revisit.form.tsx';

type Props = { household: HouseholdView | null; onClose: () => void };

/** One door: what the register knows, its visits, corrections, a revisit by hand, and named answers for the street office. */
export function HouseholdDrawer({ household, onClose }: Props): ReactElement {
  return (
    <Drawer
      open={household !== null}
      onClose={onClose}
      size={560}
      destroyOnHidden
      title={household === null ? '' : addressOf(household)}
    >
      {household === null ? null : <Contents key={household.id} household={household} onClose={onClose} />}
    </Drawer>
  );
}

function Contents({ household, onClose }: { household: HouseholdView; onClose: () => void }): ReactElement {
  const t = useTexts();
  const session = useSession();
  const { tree } = useArea();
  const tabs = [
    { needs: 'visits.read', key: 'visits', children: <HouseholdVisits household={household} /> },
    {
      needs: 'households.edit',
      key: 'correct',
      children: <HouseholdForm household={household} onDone={onClose} />,
    },
    {
      needs: 'revisits.handle',
      key: 'raiseRevisit',
      children: <RaiseRevisitForm household={household} onDone={onClose} />,
    },
    { needs: 'answers.look', key: 'answers', children: <NamedAnswers household={household} /> },
  ] as const;
  const allowed = tabs.filter(({ needs }) => may(session, tree, needs, household.communityId));
  return (
    <div className="stack">
      <Facts household={household} />
      <Tabs items={allowed.map(({ key, children }) => ({ key, label: t(`household.${key}`), children }))} />
    </div>
  );
}

function Facts({ household }: { household: HouseholdView }): ReactElement {
  const t = useTexts();
  const words = useWords();
  const cautions = [
    household.doNotContact ? t('household.doNotContact') : [],
    household.caution ?? [],
  ].flat();
  const residents = household.residents.map(({ id, name, phone }) => (
    <div key={id}>
      {name} {phone === null ? null : <span className="muted">{phone}</span>}
    </div>
  ));
  return (
    <Descriptions
      size="small"
      column={1}
      items={[
        {
          key: 'community',
          label: t('rates.community'),
          children: [household.communityName, household.gridName].filter((one) => one !== null).join(' · '),
        },
        { key: 'residents', label: t('household.residents'), children: residents },
        {
          key: 'occupancy',
          label: t('household.occupancy'),
          children: words.occupancy(household.occupancy),
        },
        ...(cautions.length === 0
          ? []
          : [{ key: 'caution', label: t('household.caution'), children: cautions.join(' · ') }]),
      ]}
    />
  );
}
