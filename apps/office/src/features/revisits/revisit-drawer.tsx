import { Descriptions, Drawer, Tabs } from 'antd';
import type { ReactElement } from 'react';
import type { RevisitView } from '@huhudao/protocol';
import { formatDay, useLocale } from '@huhudao/ui';
import { may, useArea } from '../../api/areas.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { useFormat } from '../../parts/format.ts';
import { PlanRevisitForm } from './plan-revisit.form.tsx';
import { ResolveRevisitForm } from './resolve-revisit.form.tsx';

type Props = { revisit: RevisitView | null; seesReasons: boolean; onClose: () => void };

/** One revisit: why, what to talk about, who goes when, and how it ended. */
export function RevisitDrawer({ revisit, seesReasons, onClose }: Props): ReactElement {
  return (
    <Drawer
      open={revisit !== null}
      onClose={onClose}
      size={560}
      destroyOnHidden
      title={revisit?.address ?? ''}
    >
      {revisit === null ? null : (
        <Contents key={revisit.id} revisit={revisit} seesReasons={seesReasons} onClose={onClose} />
      )}
    </Drawer>
  );
}

const waiting = ['open', 'planned', 'visited'];

type ContentsProps = { revisit: RevisitView; seesReasons: boolean; onClose: () => void };

function Contents({ revisit, seesReasons, onClose }: ContentsProps): ReactElement {
  const t = useTexts();
  const session = useSession();
  const { tree } = useArea();
  const mayHandle = may(session, tree, 'revisits.handle', revisit.communityId);
  return (
    <div className="stack">
      <Facts revisit={revisit} seesReasons={seesReasons} />
      {mayHandle && waiting.includes(revisit.state) ? (
        <Tabs
          items={[
            {
              key: 'plan',
              label: t('revisit.plan'),
              children: <PlanRevisitForm revisit={revisit} onDone={onClose} />,
            },
            {
              key: 'resolve',
              label: t('revisit.resolve'),
              children: <ResolveRevisitForm revisit={revisit} onDone={onClose} />,
            },
          ]}
        />
      ) : null}
    </div>
  );
}

function Facts({ revisit, seesReasons }: { revisit: RevisitView; seesReasons: boolean }): ReactElement {
  const t = useTexts();
  const words = useWords();
  const format = useFormat();
  const { locale } = useLocale();
  const day = (one: string): string => formatDay(one, locale);
  const items = [
    [t('rates.community'), revisit.communityName],
    ...(seesReasons && revisit.reason !== null
      ? [[t('revisit.reason'), words.revisitReason(revisit.reason)]]
      : []),
    [t('household.topics'), revisit.topics.map((topic) => words.topic(topic)).join(' · ')],
    [t('revisit.state'), words.revisitState(revisit.state)],
    [t('revisit.due'), `${day(revisit.dueOn)}${revisit.overdue ? ` · ${t('revisit.overdue')}` : ''}`],
    [t('revisit.planned'), revisit.plannedOn === null ? null : day(revisit.plannedOn)],
    [t('revisit.owner'), revisit.ownerName],
    [t('household.note'), revisit.note],
    [t('revisit.raisedAt'), revisit.raisedAt === null ? null : format.full(revisit.raisedAt)],
    [t('revisit.cause'), revisit.cause],
    [t('revisit.explanation'), revisit.explanation],
    [t('revisit.promise'), revisit.promise],
    [t('revisit.resolvedAt'), revisit.resolvedAt === null ? null : format.full(revisit.resolvedAt)],
  ];
  return (
    <Descriptions
      styles={{ label: { width: 180 } }}
      size="small"
      column={1}
      bordered
      items={items.flatMap(([label, children]) =>
        children === null || children === '' ? [] : [{ key: String(label), label, children }],
      )}
    />
  );
}
