import { Button, Descriptions, Drawer } from 'antd';
import { useState, type ReactElement } from 'react';
import { z } from 'zod';
import { indicators } from '@huhudao/domain';
import type { ResponseOf, readRates } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { OutcomeTable } from './outcome-table.tsx';
import { useCodes } from './use-codes.ts';

type Rates = ResponseOf<typeof readRates>;

/** What is shown of a definition; anything else it holds is left alone. */
const formula = z.object({
  favourable: z.array(z.string()),
  base: z.array(z.string()),
  beside: z.array(z.string()),
  excluded: z.array(z.string()),
  dontKnow: z.object({ codes: z.array(z.string()), policy: z.enum(['inBase', 'excluded']) }),
});

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
  const t = useTexts();
  const words = useWords();
  const codes = useCodes();
  const parsed = formula.safeParse(definition.definition);
  const items = [
    { key: 'item', label: t('rates.item'), children: definition.title },
    ...(parsed.success
      ? [
          { key: 'favourable', label: t('rates.favourable'), children: codes(parsed.data.favourable) },
          { key: 'base', label: t('rates.base'), children: codes(parsed.data.base) },
          ...(parsed.data.beside.length === 0
            ? []
            : [{ key: 'beside', label: t('rates.besideTitle'), children: codes(parsed.data.beside) }]),
          { key: 'excluded', label: t('rates.excluded'), children: codes(parsed.data.excluded) },
          {
            key: 'dontKnow',
            label: t('rates.dontKnow'),
            children:
              parsed.data.dontKnow.policy === 'inBase'
                ? t('rates.dontKnowInBase')
                : t('rates.dontKnowExcluded'),
          },
        ]
      : []),
    {
      key: 'formula',
      label: t('rates.formula'),
      children: <code title={definition.formulaId}>{definition.formulaId.slice(0, 12)}</code>,
    },
  ];
  return (
    <section>
      <h3>{words.indicator(definition.indicator)}</h3>
      <Descriptions styles={{ label: { width: 180 } }} size="small" column={1} bordered items={items} />
    </section>
  );
}
