import { startTransition, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '@huhudao/domain';
import { Megaphone, StickyNote } from 'lucide-react';
import { Button, LinkButton } from '@huhudao/ui/components';
import { OutcomeSheets, SlipSheet } from '../../app/later-screens.ts';
import { linkTo } from '../../app/navigation.tsx';
import { useMay, useSnapshotPart, useTablet } from '../../app/tablet.tsx';
import type { Appointment, DoorRef } from '../../local/work.types.ts';
import { concernAt } from '../../work/concern.ts';
import { quickVisits } from '../../work/record-visit.ts';
import type { Door, RoundView } from '../../work/round-view.ts';
import styles from './door.module.css';
import { OutcomeButtons } from './outcome-buttons.tsx';
import type { SheetName } from './outcome-sheets.tsx';

/** Start a visit, or say in two taps how the attempt ended. */
export function DoorActions({ view, door }: { view: RoundView; door: Door }) {
  const { t } = useTranslation('tablet');
  const store = useTablet();
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const { household, standing } = door;
  const record = (outcome: Outcome, appointment: Appointment | null = null) => {
    setSheet(null);
    // Where it could not be written the store says so, below.
    store.hold(quickVisits(view, [household], { outcome, appointment }, Date.now())).catch(() => undefined);
  };
  // The door stays on screen until the sheet's file is there, which is so but the first time.
  const open = (name: SheetName) => startTransition(() => setSheet(name));
  const left = Math.max(0, view.round.attemptsWanted - standing.attempts);
  const place = { roundId: view.round.id, stairwellId: household.stairwellId, householdId: household.id };
  return (
    <>
      <LinkButton look="primary" size="large" wide {...linkTo({ kind: 'visit', ...place })}>
        {t(door.draft ? 'door.resume' : 'door.start')}
      </LinkButton>
      <OutcomeButtons onRecord={record} onOpen={open} />
      <p className={styles['quiet']}>
        {standing.settled
          ? t('door.settled')
          : t(attemptsKey(standing.attempts, left), { made: standing.attempts, left })}
      </p>
      <SlipButton view={view} door={door} />
      <ReportButton at={{ streetId: view.streetId, ...place }} />
      {sheet !== null && (
        <OutcomeSheets view={view} open={sheet} onClose={() => setSheet(null)} onRecord={record} />
      )}
    </>
  );
}

/** For a door where nobody opened, and not where nobody wants to be disturbed. */
function SlipButton({ view, door }: { view: RoundView; door: Door }) {
  const { t } = useTranslation('tablet');
  const [open, setOpen] = useState(false);
  if (door.household.doNotContact || door.standing.outcome === 'refusedHard') return null;
  return (
    <>
      <Button
        wide
        icon={<StickyNote aria-hidden size="1.125em" />}
        onPress={() => startTransition(() => setOpen(true))}
      >
        {t('door.slip')}
      </Button>
      {open && <SlipSheet view={view} door={door} onClose={() => setOpen(false)} />}
    </>
  );
}

/** What the resident wants put right can be written down without a visit as well. */
function ReportButton({ at }: { at: DoorRef }) {
  const { t } = useTranslation('tablet');
  const concerns = useSnapshotPart((snapshot) => snapshot.concerns);
  const mayReport = useMay('issues.report', at.streetId);
  if (!mayReport) return null;
  const { streetId: _, ...place } = at;
  return (
    <LinkButton
      wide
      icon={<Megaphone aria-hidden size="1.125em" />}
      {...linkTo({ kind: 'concern', inVisit: false, ...place })}
    >
      {t(concernAt(concerns, at) === undefined ? 'door.report' : 'door.resumeReport')}
    </LinkButton>
  );
}

function attemptsKey(made: number, left: number) {
  if (made === 0) return 'door.attemptsNone';
  return left === 0 ? 'door.attemptsUsed' : 'door.attempts';
}
