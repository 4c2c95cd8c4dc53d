import { Fragment, Suspense, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, formatInstant, formatShortDay, useLocale } from '@huhudao/ui';
import { NextTime } from '../../app/later-screens.ts';
import { useOwnWorkOf, useSnapshotAfter } from '../../app/tablet.tsx';
import { openIssues } from '../../work/concern.ts';
import type { Door, RoundView } from '../../work/round-view.ts';
import styles from './door.module.css';

type Fact = { name: string; value: ReactNode };

/** What somebody should know before knocking. */
export function DoorFacts({ view, door }: { view: RoundView; door: Door }) {
  return (
    <dl className={styles['facts']}>
      <Facts facts={useVisitFacts(door)} />
      <Suspense>
        <NextTime view={view} door={door} />
      </Suspense>
      <IssueFacts view={view} door={door} />
      <Facts facts={useHouseholdFacts(door)} />
    </dl>
  );
}

const Facts = ({ facts }: { facts: readonly Fact[] }) =>
  facts.map(({ name, value }) => (
    <Fragment key={name}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </Fragment>
  ));

/** What was tried and agreed so far. */
function useVisitFacts(door: Door): Fact[] {
  const { t } = useTranslation(['tablet', 'ui']);
  const { locale } = useLocale();
  const { standing, revisit } = door;
  const { appointment, byResident, latest } = standing;
  const facts: Fact[] = [];
  if (door.cases.length > 0)
    facts.push({
      name: t('tablet:door.cases'),
      value: door.cases.map(({ number, topic }) => (
        <div key={number}>{topic === null ? number : `${number} · ${topic}`}</div>
      )),
    });
  const topics = revisit?.topics.map((topic) => t(`ui:topic.${topic}`)) ?? [];
  if (topics.length > 0)
    facts.push({ name: t('tablet:door.topics'), value: <b>{topics.join(t('ui:common.listSeparator'))}</b> });
  if (revisit !== undefined && revisit.promise !== null && revisit.promise !== '')
    facts.push({ name: t('tablet:door.promised'), value: revisit.promise });
  if (latest !== null) {
    const how = { when: formatInstant(latest.at, locale), outcome: t(`ui:outcome.${latest.outcome}`) };
    facts.push({ name: t('tablet:door.latest'), value: t('tablet:door.latestText', how) });
  }
  if (appointment !== null) {
    const when = `${formatDay(appointment.day, locale)} ${appointment.from}–${appointment.until}`;
    const name = t(byResident === null ? 'tablet:door.appointment' : 'tablet:door.chosen');
    facts.push({ name, value: <b>{when}</b> });
    const note = byResident?.note ?? null;
    if (note !== null) facts.push({ name: t('tablet:door.residentNote'), value: note });
  }
  return facts;
}

/** So many leave room for what is to be done at the door. */
const shownIssues = 3;

/** What the household wants put right, and how far that is: the latest first. */
function IssueFacts({ view, door }: { view: RoundView; door: Door }) {
  const { t } = useTranslation(['tablet', 'ui']);
  const { locale } = useLocale();
  const snapshot = useSnapshotAfter();
  const { streets } = snapshot;
  const work = useOwnWorkOf(snapshot);
  const { id: householdId } = door.household;
  const issues = useMemo(() => {
    const street = streets.find(({ streetId }) => streetId === view.streetId);
    return street === undefined ? [] : openIssues(street, work, householdId);
  }, [streets, view.streetId, work, householdId]);
  if (issues.length === 0) return null;
  const value = issues.slice(0, shownIssues).map(({ id, category, state, reportedOn, note }) => (
    <p key={id} className={styles['issue']}>
      <b>
        {t('tablet:door.reportedText', {
          category: t(`ui:issueCategory.${category}`),
          state: t(`ui:issueState.${state}`),
          day: formatShortDay(reportedOn, locale),
        })}
      </b>
      {note !== '' && <span className={styles['help']}>{note}</span>}
    </p>
  ));
  const more = issues.length - value.length;
  const rest = more > 0 && (
    <p key="more" className={styles['help']}>
      {t('tablet:door.moreReported', { count: more })}
    </p>
  );
  return <Facts facts={[{ name: t('tablet:door.reported'), value: [...value, rest] }]} />;
}

/** What the register says of the household. */
function useHouseholdFacts({ household }: Door): Fact[] {
  const { t } = useTranslation('tablet');
  const { caution, residentName, phone } = household;
  const facts: Fact[] = [];
  if (caution !== null) facts.push({ name: t('door.caution'), value: caution });
  if (residentName !== null) facts.push({ name: t('door.resident'), value: residentName });
  if (phone !== null) {
    const link = (
      <a className={styles['phone']} href={`tel:${phone}`}>
        {phone}
      </a>
    );
    facts.push({ name: t('door.phone'), value: link });
  }
  return facts;
}
