import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '@huhudao/domain';
import { Button, SegmentedChoice, Sheet } from '@huhudao/ui/components';
import type { AdultRule } from '@huhudao/protocol';
import type { Appointment, CountedAdults } from '../../local/work.types.ts';
import { kishAdult, mostAdults } from '../../work/adult.ts';
import { stepAfter } from '../../work/draft.ts';
import { AppointmentForm } from '../door/appointment-form.tsx';
import { OutcomeList } from '../door/outcome-list.tsx';
import type { StepProps } from './step.tsx';
import { VisitFrame } from './visit-frame.tsx';
import styles from './visit.module.css';

/** How it ends where the adult who is to answer cannot. */
const cannot: readonly Outcome[] = ['refused', 'unable'];

/** Which adult of the household answers: whoever opens the door counts them, the rule says who it is. */
export function AdultStep(step: StepProps) {
  const { t } = useTranslation('tablet');
  const { draft, change, form } = step;
  const { adultRule, adults } = draft;
  const [absent, setAbsent] = useState(false);
  if (adultRule === undefined) return null;
  const nobody = adults?.all === 0;
  return (
    <VisitFrame
      step={step}
      title={t('visit.adult.title')}
      actions={
        nobody ? (
          <Button
            look="primary"
            size="large"
            wide
            onPress={() => change({ outcome: 'ineligible', step: 'finish' })}
          >
            {t('visit.adult.nobody')}
          </Button>
        ) : (
          <>
            <Button size="large" wide disabled={adults === undefined} onPress={() => setAbsent(true)}>
              {t('visit.adult.absent')}
            </Button>
            <Button
              look="primary"
              size="large"
              wide
              disabled={adults === undefined}
              onPress={() => change({ step: stepAfter(draft, form?.compiled ?? null) })}
            >
              {t('visit.adult.here')}
            </Button>
          </>
        )
      }
    >
      <p className={styles['lead']}>{t('visit.adult.why')}</p>
      <Counting rule={adultRule} adults={adults} onChange={(counted) => change({ adults: counted })} />
      {adults !== undefined && <Chosen step={step} rule={adultRule} adults={adults} />}
      <Absent step={step} open={absent} onClose={() => setAbsent(false)} />
    </VisitFrame>
  );
}

type CountingProps = {
  rule: AdultRule;
  adults: CountedAdults | undefined;
  onChange: (adults: CountedAdults) => void;
};

const numbers = Array.from({ length: mostAdults + 1 }, (_, number) => String(number));

/** How many may answer: men and women apart where the grid orders them so. */
function Counting({ rule, adults, onChange }: CountingProps) {
  const { t } = useTranslation('tablet');
  const { youngest, oldest, monthsResident } = rule;
  const men = adults?.men ?? null;
  const [women, setWomen] = useState(adults === undefined || men === null ? null : adults.all - men);
  const [ofMen, setOfMen] = useState(men);
  const tell = (count: { men: number | null; women: number | null }) => {
    setOfMen(count.men);
    setWomen(count.women);
    if (count.men !== null && count.women !== null)
      onChange({ all: count.men + count.women, men: count.men });
  };
  const who = t('visit.adult.who', { youngest, oldest, months: monthsResident });
  if (rule.by === 'nextBirthday')
    return (
      <>
        <p>{who}</p>
        <Count
          label={t('visit.adult.howMany')}
          value={adults?.all ?? null}
          onChange={(all) => onChange({ all, men: null })}
        />
      </>
    );
  return (
    <>
      <p>{who}</p>
      <Count
        label={t('visit.adult.howManyMen')}
        value={ofMen}
        onChange={(count) => tell({ men: count, women })}
      />
      <Count
        label={t('visit.adult.howManyWomen')}
        value={women}
        onChange={(count) => tell({ men: ofMen, women: count })}
      />
    </>
  );
}

type CountProps = { label: string; value: number | null; onChange: (count: number) => void };

function Count({ label, value, onChange }: CountProps) {
  return (
    <SegmentedChoice
      label={label}
      choices={numbers.map((number) => ({ value: number, label: number }))}
      value={value === null ? '' : String(value)}
      onChange={(number) => onChange(Number(number))}
    />
  );
}

type ChosenProps = { step: StepProps; rule: AdultRule; adults: CountedAdults };

/** Who is to answer, in words one can say at the door. */
function Chosen({ step: { draft }, rule, adults }: ChosenProps) {
  const { t } = useTranslation('tablet');
  const words = () => {
    if (adults.all === 0) return t('visit.adult.noneEligible');
    if (adults.all === 1) return t('visit.adult.only');
    if (rule.by === 'nextBirthday') return t('visit.adult.birthday');
    const chosen = kishAdult(draft, adults);
    if (chosen === undefined) return t('visit.adult.noneEligible');
    const { sex, place, of } = chosen;
    if (of === 1) return t(`visit.adult.the.${sex}`);
    if (place === 1) return t(`visit.adult.oldest.${sex}`);
    return place === of ? t(`visit.adult.youngest.${sex}`) : t(`visit.adult.nth.${sex}`, { place });
  };
  return (
    <p className={styles['chosenAdult']} role="status">
      {words()}
    </p>
  );
}

/** Nobody else answers instead: another time is agreed on, or the visit ends so. */
function Absent({ step, open, onClose }: { step: StepProps; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('tablet');
  const { view, change } = step;
  const end = (outcome: Outcome, appointment: Appointment | null = null) =>
    change({ outcome, appointment, step: 'finish' });
  return (
    <Sheet title={t('visit.adult.absentTitle')} open={open} onClose={onClose}>
      <p>{t('visit.adult.nobodyElse')}</p>
      <AppointmentForm round={view.round} onSave={(appointment) => end('appointment', appointment)} />
      <Button wide onPress={() => end('notHome')}>
        {t('visit.adult.notIn')}
      </Button>
      <OutcomeList outcomes={cannot} onChoose={(outcome) => end(outcome)} />
    </Sheet>
  );
}
