import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { must } from '@huhudao/domain';
import { formatShortDay, today, useLocale } from '@huhudao/ui';
import { Button, SegmentedChoice, SelectField, Sheet, TextField } from '@huhudao/ui/components';
import { useSnapshot } from '../../app/tablet.tsx';
import type { Door, RoundView } from '../../work/round-view.ts';
import {
  againAt,
  comingAgain,
  proposedAgain,
  statementFor,
  teamIn,
  type ComingAgain,
  type Slip,
} from '../../work/slip.ts';
import { useSlipLink } from './slip-code.tsx';
import { useNextTime } from '../door/use-next-time.ts';
import { CommunityPhoneField, useCommunityPhone, type CommunityPhone } from '../paper/community-phone.tsx';
import { copiesOn, PrintPaper, type Paper } from '../paper/print-paper.tsx';
import paperStyles from '../paper/paper.module.css';
import { SlipRecord } from './slip-record.tsx';
import { SlipText } from './slip-text.tsx';
import styles from './slip.module.css';

const papers = ['a6', 'roll', 'a4'] as const satisfies readonly Paper[];

/** The code is for one door: where slips for several doors are cut from one sheet, none is printed. */
const hasCode = (paper: Paper): boolean => copiesOn(paper) === 1;

type Props = { view: RoundView; door: Door; onClose: () => void };

/** What is left at a door where nobody opened: to look at, to print, and to be written down. */
export function SlipSheet({ view, door, onClose }: Props) {
  const { t } = useTranslation('tablet');
  const handle = useSlip(view, door);
  const [paper, setPaper] = useState<(typeof papers)[number]>('a6');
  const made = useSlipLink(view, door);
  const link = hasCode(paper) ? made : null;
  return (
    <Sheet title={t('slip.title')} open onClose={onClose}>
      <div className={styles['body']}>
        <div className={paperStyles['preview']} role="group" aria-label={t('slip.preview')}>
          <SlipText slip={handle.slip} link={link} />
        </div>
        <SlipFields view={view} door={door} handle={handle} />
        <SegmentedChoice
          label={t('slip.paper')}
          choices={papers.map((value) => ({ value, label: t(`slip.papers.${value}`) }))}
          value={paper}
          onChange={setPaper}
        />
        {made !== null && <p>{t(link === null ? 'slip.noCode' : 'slip.codeHelp')}</p>}
        <Button
          wide
          look="primary"
          size="large"
          icon={<Printer aria-hidden size="1.125em" />}
          onPress={() => window.print()}
        >
          {t('slip.print')}
        </Button>
        <SlipRecord view={view} door={door} at={handle.slip.at} />
      </div>
      <PrintPaper paper={paper}>
        <SlipText slip={handle.slip} link={link} />
      </PrintPaper>
    </Sheet>
  );
}

type SlipHandle = {
  slip: Slip;
  when: ComingAgain;
  day: string;
  change: (again: { when?: ComingAgain; day?: string }) => void;
  phone: CommunityPhone;
};

function useSlip(view: RoundView, door: Door): SlipHandle {
  const { streets } = useSnapshot();
  const next = useNextTime(view, door);
  const [at] = useState(() => Date.now());
  const [again, setAgain] = useState(() => proposedAgain(view.round, door.standing, next, at));
  const { stairwell } = must(
    view.stairwells.find((one) => one.stairwell.id === door.household.stairwellId),
    'the stairwell of the door',
  );
  const phone = useCommunityPhone(stairwell);
  const street = streets.find(({ streetId }) => streetId === view.streetId);
  const slip = {
    communityName: stairwell.communityName,
    teamName: teamIn(street?.teams ?? [], view.round.id),
    at,
    statement: statementFor(view.round),
    again: againAt(again.when, again.day, door.standing.appointment),
    phone: phone.phone,
  };
  const change: SlipHandle['change'] = (part) => setAgain((before) => ({ ...before, ...part }));
  return { slip, ...again, change, phone };
}

function SlipFields({ view, door, handle }: { view: RoundView; door: Door; handle: SlipHandle }) {
  const { t } = useTranslation('tablet');
  const { locale } = useLocale();
  const { when, day, change, phone } = handle;
  const { deadline } = view.round;
  const offered = comingAgain.filter((one) => one !== 'agreed' || door.standing.appointment !== null);
  const choosesDay = when !== 'agreed' && when !== 'unsaid';
  return (
    <>
      <SelectField
        label={t('slip.again')}
        value={when}
        onChange={(chosen) => change({ when: chosen })}
        choices={offered.map((value) => ({ value, label: t(`slip.when.${value}`) }))}
      />
      {choosesDay && (
        <TextField
          type="date"
          label={t('slip.day')}
          value={day}
          min={today()}
          max={deadline}
          onChange={(chosen) => chosen !== '' && change({ day: chosen })}
          error={
            day > deadline ? t('slip.pastDeadline', { day: formatShortDay(deadline, locale) }) : undefined
          }
        />
      )}
      <CommunityPhoneField phone={phone} />
    </>
  );
}
