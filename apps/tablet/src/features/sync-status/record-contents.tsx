import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FrozenRecord, RecordSummary } from '@huhudao/outbox';
import { mutationPayloads } from '@huhudao/protocol';
import { formatDay, useLocale } from '@huhudao/ui';
import { useTablet } from '../../app/tablet.tsx';
import styles from './sync-status.module.css';
import { useDoorName } from './use-door-name.ts';

/** What stands in a refused record, for whoever has to put it right. Answers are not shown: they are not the worker's. */
export function RecordContents({ record }: { record: RecordSummary }) {
  const { t } = useTranslation('tablet');
  const store = useTablet();
  const doorName = useDoorName();
  const [full, setFull] = useState<FrozenRecord | undefined>();
  useEffect(() => {
    void store.refused.record(record.id).then(setFull);
  }, [store, record.id]);
  const lines = useLines(full);
  return (
    <>
      <b>{doorName(record.label)}</b>
      {record.kind === 'recordResponse' && <p>{t('sync.answersHidden')}</p>}
      <dl className={styles['contents']}>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

type Line = [name: string, value: string];

function useLines(record: FrozenRecord | undefined): Line[] {
  const visit = useVisitLines();
  const plan = usePlanLines();
  const revisit = useRevisitLines();
  const handedOver = useHandOverLines();
  const issue = useIssueLines();
  if (record?.content.form !== 'readable') return [];
  const { payload } = record.content;
  switch (record.kind) {
    case 'recordVisit':
      return visit(payload);
    case 'planVisit':
      return plan(payload);
    case 'recordRevisit':
      return revisit(payload);
    case 'handOverRecord':
      return handedOver(payload);
    case 'reportIssue':
      return issue(payload);
    case 'recordResponse':
    case 'amendVisit':
    case 'cancelPlan':
    case 'acceptPlan':
      return [];
  }
}

function useVisitLines(): (payload: unknown) => Line[] {
  const { t } = useTranslation(['tablet', 'ui']);
  return (payload) => {
    const { outcome, present, topics } = mutationPayloads.recordVisit.parse(payload);
    const lines: Line[] = [[t('tablet:visit.finish.outcome'), t(`ui:outcome.${outcome}`)]];
    if (present.length > 0)
      lines.push([
        t('tablet:visit.finish.present'),
        present.map((one) => t(`ui:presence.${one}`)).join(t('ui:common.listSeparator')),
      ]);
    if (topics.length > 0)
      lines.push([
        t('tablet:visit.finish.topics'),
        topics.map((one) => t(`ui:topic.${one}`)).join(t('ui:common.listSeparator')),
      ]);
    return lines;
  };
}

function usePlanLines(): (payload: unknown) => Line[] {
  const { t } = useTranslation('tablet');
  const { locale } = useLocale();
  return (payload) => {
    const { day, from, until } = mutationPayloads.planVisit.parse(payload);
    return [[t('plan.day'), `${formatDay(day, locale)} ${from}–${until}`]];
  };
}

function useHandOverLines(): (payload: unknown) => Line[] {
  const { t } = useTranslation('tablet');
  return (payload) => {
    const { note } = mutationPayloads.handOverRecord.parse(payload);
    return note === undefined ? [] : [[t('sync.handOver.note'), note]];
  };
}

function useRevisitLines(): (payload: unknown) => Line[] {
  const { t } = useTranslation(['tablet', 'ui']);
  return (payload) => {
    const { state, ...words } = mutationPayloads.recordRevisit.parse(payload);
    const lines: Line[] = [[t('tablet:revisits.state'), t(`ui:revisitState.${state}`)]];
    for (const field of ['cause', 'explanation', 'promise'] as const) {
      const said = words[field];
      if (said !== undefined) lines.push([t(`tablet:revisits.${field}`), said]);
    }
    return lines;
  };
}

function useIssueLines(): (payload: unknown) => Line[] {
  const { t } = useTranslation(['tablet', 'ui']);
  return (payload) => {
    const { category, note, photos } = mutationPayloads.reportIssue.parse(payload);
    const lines: Line[] = [[t('tablet:concern.category'), t(`ui:issueCategory.${category}`)]];
    if (note !== '') lines.push([t('tablet:concern.note'), note]);
    if (photos.length > 0) lines.push([t('tablet:concern.photos'), String(photos.length)]);
    return lines;
  };
}
