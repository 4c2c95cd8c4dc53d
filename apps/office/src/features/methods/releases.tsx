import { Card, Table } from 'antd';
import type { ReactElement } from 'react';
import type { ResponseOf, readMethods } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';

type Releases = ResponseOf<typeof readMethods>['releases'];

/** When this figure was released, of how many answers; a release never changes. */
export function Releases({ releases }: { releases: Releases }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  return (
    <Card size="small">
      <h2>{t('methods.releases')}</h2>
      <p className="small muted">{t('rates.howRelease')}</p>
      <Table<Releases[number]>
        size="small"
        rowKey="release"
        pagination={releases.length > 10 ? { pageSize: 10 } : false}
        locale={{ emptyText: t('rates.noCellHint') }}
        dataSource={releases}
        columns={[
          { title: t('methods.releaseNumber'), dataIndex: 'release' },
          { title: t('shell.dataTimeTitle'), render: (_, { dataTime }) => format.full(dataTime) },
          { title: 'n', className: 'number', render: (_, { n }) => format.number(n) },
          { title: t('methods.shownAs'), render: (_, { kind }) => t(`methods.kind.${kind}`) },
        ]}
      />
    </Card>
  );
}
