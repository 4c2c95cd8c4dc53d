import { Button, Table } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../../i18n/index.ts';
import { DoorChoice } from './door-choice.tsx';
import type { DraftCase } from './draft-case.ts';
import { useCaseColumns } from './use-case-columns.tsx';

type Props = {
  cases: readonly DraftCase[];
  set: (next: DraftCase[]) => void;
  streetId: string;
};

/** The cases, those without a door first: somebody says whose it is, or takes the case out. */
export function CaseTable({ cases, set, streetId }: Props): ReactElement {
  const t = useTexts();
  const replace = (number: string, next: DraftCase[]): void =>
    set(cases.flatMap((one) => (one.number === number ? next : [one])));
  const columns = useCaseColumns<DraftCase>((one) => (
    <DoorChoice one={one} streetId={streetId} choose={(door) => replace(one.number, [{ ...one, door }])} />
  ));
  const openFirst = cases.toSorted((a, b) => Number(a.door !== null) - Number(b.door !== null));
  return (
    <Table<DraftCase>
      size="small"
      rowKey="number"
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      dataSource={openFirst}
      scroll={{ x: 860 }}
      columns={[
        ...columns,
        {
          key: 'out',
          width: 76,
          render: (_, one) => (
            <Button
              size="small"
              type="link"
              aria-label={t('hotline.takeOutOf', { number: one.number })}
              onClick={() => replace(one.number, [])}
            >
              {t('hotline.takeOut')}
            </Button>
          ),
        },
      ]}
    />
  );
}
