import { Table } from 'antd';
import type { ReactElement } from 'react';
import { listHotlineCases, type CaseView, type RoundView } from '@huhudao/protocol';
import { useArea } from '../../../api/areas.ts';
import { useRead } from '../../../api/client.ts';
import { useTexts } from '../../../i18n/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { EmptyHint } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { useCaseColumns } from './use-case-columns.tsx';

/** The cases of a round with their doors, and how it stands there. */
export function CasesTab({ round }: { round: RoundView }): ReactElement {
  const t = useTexts();
  const words = useWords();
  const { area } = useArea();
  const columns = useCaseColumns<CaseView>(({ door }) => door?.address ?? t('hotline.noDoor'));
  const cases = useRead(listHotlineCases, { params: { areaId: area.id, roundId: round.id } });
  return (
    <Loaded of={cases}>
      {(all) => (
        <Table<CaseView>
          size="small"
          rowKey="number"
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          dataSource={all}
          scroll={{ x: 860 }}
          locale={{ emptyText: <EmptyHint title={t('hotline.noneHere')} hint={t('hotline.noneHereHint')} /> }}
          columns={[
            ...columns,
            {
              title: t('hotline.result'),
              width: 160,
              render: (_, { door, outcome }) => {
                if (outcome !== null) return words.outcome(outcome);
                return door?.visitable === false ? t('hotline.doorNotVisited') : '—';
              },
            },
          ]}
        />
      )}
    </Loaded>
  );
}
