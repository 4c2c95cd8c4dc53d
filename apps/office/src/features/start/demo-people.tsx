import { Button, Card, Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReactElement } from 'react';
import { listDemoPeople, type ResponseOf } from '@huhudao/protocol';
import { useRead } from '../../api/client.ts';
import { officeRoles } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { Loaded } from '../../parts/loaded.tsx';

type Person = ResponseOf<typeof listDemoPeople>[number];
type Props = { onChoose: (person: { login: string; password: string }) => void };

/** Who one can sign in as, with the password; only while the installation holds demonstration data. */
export function DemoPeople({ onChoose }: Props): ReactElement {
  const t = useTexts();
  const columns = usePersonColumns(onChoose);
  const people = useRead(listDemoPeople, {});
  return (
    <Card className="start-people">
      <h2>{t('start.demoPeople')}</h2>
      <p className="muted small">{t('start.demoPeopleText')}</p>
      <Loaded of={people}>
        {(rows) => (
          <Table<Person>
            size="small"
            rowKey="login"
            pagination={false}
            dataSource={rows}
            scroll={{ y: 420 }}
            columns={columns}
          />
        )}
      </Loaded>
    </Card>
  );
}

function usePersonColumns(onChoose: Props['onChoose']): ColumnsType<Person> {
  const t = useTexts();
  const words = useWords();
  return [
    { title: t('start.person'), dataIndex: 'name', width: 68 },
    {
      title: t('start.role'),
      width: 128,
      render: (_, person) => (
        <>
          {words.role(person.role)}{' '}
          {officeRoles.includes(person.role) ? null : <Tag>{t('start.onTablet')}</Tag>}
        </>
      ),
    },
    { title: t('start.area'), dataIndex: 'areaName' },
    { title: t('start.login'), width: 96, render: (_, person) => <code>{person.login}</code> },
    {
      title: t('start.password'),
      width: 108,
      render: (_, person) => <code>{person.password}</code>,
    },
    {
      title: t('start.try'),
      width: 72,
      render: (_, { login, password, name }) => (
        <Button
          size="small"
          aria-label={`${t('start.use')} ${name}`}
          onClick={() => onChoose({ login, password })}
        >
          {t('start.use')}
        </Button>
      ),
    },
  ];
}
