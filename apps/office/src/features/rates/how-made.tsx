import { Button, Drawer } from 'antd';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { indicators } from '@huhudao/domain';
import { formula, type ResponseOf, type readRates } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { DefinitionFacts } from './definition-facts.tsx';
import { OutcomeTable } from './outcome-table.tsx';

type Rates = ResponseOf<typeof readRates>;

/** “How were these figures made?”: definitions, rules of publication, and what came of the doors. */
export function HowMade({ rates, areaId }: { rates: Rates; areaId: string }): ReactElement {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const measured = rates.round?.purpose !== 'coverage';
  const outcome = rates.outcomes.find((one) => one.areaId === areaId);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('rates.how')}</Button>
      <Drawer open={open} onClose={() => setOpen(false)} size={640} title={t('rates.howTitle')}>
        <div className="stack">
          <p>{measured ? t('rates.howMeasurement') : t('rates.howCoverage')}</p>
          <p>{t('rates.howRelease')}</p>
          <p>{t('rates.howSuppression')}</p>
          <p>{t('rates.howBeside')}</p>
          <p>{t('rates.howTarget')}</p>
          <p>
            <Link
              to="/methods"
              search={{
                area: areaId,
                purpose: rates.round?.purpose === 'coverage' ? 'coverage' : 'measurement',
                round: rates.round?.id,
              }}
            >
              {t('rates.toMethods')}
            </Link>
          </p>
          {inOrder(rates.definitions).map((definition) => (
            <Definition key={definition.indicator + definition.formulaId} definition={definition} />
          ))}
          {outcome === undefined ? null : <OutcomeTable outcome={outcome} />}
        </div>
      </Drawer>
    </>
  );
}

/** In the order the indicators are always shown. */
const inOrder = (definitions: Rates['definitions']): Rates['definitions'] =>
  definitions.toSorted(
    (one, other) => indicators.indexOf(one.indicator) - indicators.indexOf(other.indicator),
  );

function Definition({ definition }: { definition: Rates['definitions'][number] }): ReactElement {
  const words = useWords();
  const parsed = formula.safeParse(definition.definition);
  return (
    <section>
      <h3>{words.indicator(definition.indicator)}</h3>
      <DefinitionFacts {...definition} formula={parsed.success ? parsed.data : undefined} />
    </section>
  );
}
