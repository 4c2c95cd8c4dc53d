import { Button, Card, Table } from 'antd';
import type { ReactElement } from 'react';
import type { Purpose } from '@huhudao/domain';
import type { ResponseOf, readMethods } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { csvOf } from '../../parts/csv.ts';
import { saveBlob } from '../../parts/download.ts';
import { useFormat } from '../../parts/format.ts';

type Strata = ResponseOf<typeof readMethods>['strata'];
type Props = { strata: Strata; purpose: Purpose; partly: readonly string[] };

/** How many answers the figure is made of, community by community, and what is left out. */
export function Answers({ strata, purpose, partly }: Props): ReactElement {
  const t = useTexts();
  const format = useFormat();
  return (
    <Card size="small">
      <h2>{t('methods.answers')}</h2>
      <p className="small muted">
        {t(purpose === 'measurement' ? 'methods.weighted' : 'methods.unweighted')}
      </p>
      {strata.length === 0 ? (
        <p className="muted">{t('methods.noAnswers')}</p>
      ) : (
        <StrataTable strata={strata} />
      )}
      <h3 className="methods-part">{t('methods.leftOut')}</h3>
      <ul className="methods-list">
        <li>{t('methods.leftOutCodes')}</li>
        <li>{t('methods.leftOutRest')}</li>
        <li>{t('methods.leftOutSecond')}</li>
        {partly.length === 0 ? null : <li>{t('rates.partlyAbout', { names: format.list(partly) })}</li>}
      </ul>
    </Card>
  );
}

function StrataTable({ strata }: { strata: Strata }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const count = (value: number | null): string => (value === null ? '—' : format.number(value));
  // A coverage round draws nothing, and so has no frame.
  const framed = strata.some(({ frame }) => frame !== null);
  const head = [t('rates.community'), ...(framed ? [t('methods.frame')] : []), t('methods.answersN')];
  const lineOf = ({ areaName, frame, n }: Strata[number]) => [areaName, ...(framed ? [frame] : []), n];
  const save = (): void => saveBlob(`${t('methods.answers')}.csv`, csvOf([head, ...strata.map(lineOf)]));
  return (
    <>
      <Table<Strata[number]>
        size="small"
        rowKey="areaId"
        pagination={strata.length > 50 ? { pageSize: 50 } : false}
        dataSource={strata}
        columns={[
          { title: t('rates.community'), dataIndex: 'areaName' },
          ...(framed
            ? [
                {
                  title: t('methods.frame'),
                  className: 'number',
                  render: (_: unknown, { frame }: Strata[number]) => count(frame),
                },
              ]
            : []),
          { title: t('methods.answersN'), className: 'number', render: (_, { n }) => count(n) },
        ]}
      />
      <Button className="methods-save" size="small" onClick={save}>
        {t('chart.csv')}
      </Button>
    </>
  );
}
