import { Card } from 'antd';
import type { ReactElement } from 'react';
import type { DefinitionVersion } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';
import { DefinitionFacts } from '../rates/definition-facts.tsx';
import { useCodes } from '../rates/use-codes.ts';

type Props = { definitions: readonly DefinitionVersion[]; formulaId: string | undefined };

/** What is counted: of this figure first, then the other definitions the indicator had, between which lines break. */
export function Definitions({ definitions, formulaId }: Props): ReactElement {
  const t = useTexts();
  const own = definitions.find((one) => one.formulaId === formulaId) ?? definitions[0];
  const others = definitions.filter((one) => one !== own);
  return (
    <Card size="small">
      <h2>{t('methods.definition')}</h2>
      {own === undefined ? (
        <p className="muted">{t('methods.noDefinition')}</p>
      ) : (
        <Definition definition={own} />
      )}
      {others.length === 0 ? null : (
        <>
          <h3 className="methods-part">{t('methods.otherDefinitions')}</h3>
          <p className="small muted">{t('methods.breakWhy')}</p>
          {others.map((one) => (
            <Definition key={one.formulaId} definition={one} />
          ))}
        </>
      )}
    </Card>
  );
}

function Definition({ definition }: { definition: DefinitionVersion }): ReactElement {
  const t = useTexts();
  const codes = useCodes();
  const format = useFormat();
  const { favourable, base } = definition.formula;
  const sum = (all: readonly string[]): string => all.map((code) => codes([code])).join(' + ');
  return (
    <div className="methods-definition">
      <p className="methods-fraction">
        {t('methods.fraction', { favourable: sum(favourable), base: sum(base) })}
      </p>
      <DefinitionFacts {...definition} />
      <p className="small muted">
        {t('methods.askedIn', { rounds: format.list(definition.rounds.map(({ name }) => name)) })}
      </p>
    </div>
  );
}
