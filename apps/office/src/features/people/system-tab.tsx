import { Descriptions } from 'antd';
import type { ReactElement } from 'react';
import { readHealth } from '@huhudao/protocol';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';

const megabyte = 1024 * 1024;

/** How the installation is: version, schema, size. */
export function SystemTab(): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const health = useRead(readHealth, {}, { every: 30_000 });
  const size = (bytes: number): string => `${format.number(Math.round(bytes / megabyte))} MB`;
  return (
    <Loaded of={health}>
      {(data) => (
        <Descriptions
          styles={{ label: { width: 180 } }}
          size="small"
          bordered
          column={1}
          items={[
            { key: 'version', label: t('people.version'), children: data.version },
            { key: 'schema', label: t('people.schema'), children: data.schema },
            { key: 'started', label: t('people.startedAt'), children: format.full(data.startedAt) },
            { key: 'database', label: t('people.databaseSize'), children: size(data.databaseBytes) },
            { key: 'memory', label: t('people.memory'), children: size(data.residentBytes) },
            { key: 'epoch', label: t('people.epoch'), children: <code>{data.epoch}</code> },
          ]}
        />
      )}
    </Loaded>
  );
}
