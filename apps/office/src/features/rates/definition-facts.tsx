import { Descriptions } from 'antd';
import type { ReactElement } from 'react';
import type { Formula } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useCodes } from './use-codes.ts';

type Props = { title: string; formulaId: string; formula: Formula | undefined };

/** What an indicator counts, of which answers, and by which number the definition is known. */
export function DefinitionFacts({ title, formulaId, formula }: Props): ReactElement {
  const t = useTexts();
  const codes = useCodes();
  const scores = Object.entries(formula?.scores ?? {});
  const items = [
    { key: 'item', label: t('rates.item'), children: title },
    ...(formula === undefined
      ? []
      : [
          { key: 'favourable', label: t('rates.favourable'), children: codes(formula.favourable) },
          { key: 'base', label: t('rates.base'), children: codes(formula.base) },
          ...(formula.beside.length === 0
            ? []
            : [{ key: 'beside', label: t('rates.besideTitle'), children: codes(formula.beside) }]),
          { key: 'excluded', label: t('rates.excluded'), children: codes(formula.excluded) },
          {
            key: 'dontKnow',
            label: t('rates.dontKnow'),
            children:
              formula.dontKnow.policy === 'inBase' ? t('rates.dontKnowInBase') : t('rates.dontKnowExcluded'),
          },
          ...(scores.length === 0
            ? []
            : [
                {
                  key: 'scores',
                  label: t('rates.scores'),
                  children: scores.map(([code, score]) => `${codes([code])} ${score}`).join(' · '),
                },
              ]),
        ]),
    {
      key: 'formula',
      label: t('rates.formula'),
      children: <code title={formulaId}>{formulaId.slice(0, 12)}</code>,
    },
  ];
  return <Descriptions styles={{ label: { width: 180 } }} size="small" column={1} bordered items={items} />;
}
