import { Card } from 'antd';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Permission, ResponseOf, readOverview } from '@huhudao/protocol';
import { mayAnywhere, useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { useFormat } from '../../parts/format.ts';

/** “Most often” means a few. */
const topicsShown = 5;

type Overview = ResponseOf<typeof readOverview>;
type Task = {
  key: string;
  label: string;
  count: string;
  to: LinkProps;
  permission: Permission;
  urgent: boolean;
};

/** What waits for somebody in this office, what residents name most, and how this week compares. */
export function ToDoPanel({ overview }: { overview: Overview }): ReactElement {
  const t = useTexts();
  const words = useWords();
  const format = useFormat();
  const tasks = useTasks(overview);
  return (
    <Card size="small">
      <h2>{t('overview.todo')}</h2>
      {tasks.length === 0 ? <p className="muted">{t('overview.todoNone')}</p> : null}
      <ul className="fact-list">
        {tasks.map((task) => (
          <li key={task.key}>
            <Link {...task.to}>{task.label}</Link>
            <b className={task.urgent ? 'fact-urgent' : undefined}>{task.count}</b>
          </li>
        ))}
      </ul>
      <h3>{t('overview.week')}</h3>
      <ul className="fact-list">
        <li>
          <span>{t('overview.visits')}</span>
          <span>
            {t('overview.visitsValue', {
              now: format.number(overview.visitsThisWeek),
              last: format.number(overview.visitsLastWeek),
            })}
          </span>
        </li>
      </ul>
      <h3>{t('overview.topics')}</h3>
      {overview.topics.length === 0 ? <p className="muted">{t('overview.topicsNone')}</p> : null}
      <ul className="fact-list">
        {overview.topics.slice(0, topicsShown).map(({ topic, households }) => (
          <li key={topic}>
            <span>{words.topic(topic)}</span>
            <span>{t('overview.households', { count: households })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function useTasks(overview: Overview): Task[] {
  const t = useTexts();
  const session = useSession();
  const households = (count: number): string => t('overview.households', { count });
  const records = (count: number): string => t('overview.records', { count });
  const all = [
    task('revisitsDue', overview.revisitsDue, households, { to: '/revisits' }, 'revisits.read', true),
    task('revisitsOpen', overview.revisitsOpen, households, { to: '/revisits' }, 'revisits.read'),
    task(
      'proposals',
      overview.proposals,
      households,
      { to: '/households', search: { view: 'proposals' } },
      'households.edit',
    ),
    task('quarantined', overview.quarantined, records, { to: '/quarantine' }, 'visits.quarantine', true),
    task('parallel', overview.parallelVisits, households, { to: '/visits' }, 'visits.read'),
  ] as const;
  return all
    .filter(({ count, permission }) => count > 0 && mayAnywhere(session, permission))
    .map(({ key, count, show, to, permission, urgent }) => ({
      key,
      label: t(`overview.${key}`),
      count: show(count),
      to,
      permission,
      urgent,
    }));
}

function task<K extends string>(
  key: K,
  count: number,
  show: (count: number) => string,
  to: LinkProps,
  permission: Permission,
  urgent = false,
) {
  return { key, count, show, to, permission, urgent };
}
