import { Button, Input, Select, Table } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { roles } from '@huhudao/domain';
import { listPeople, type PersonView } from '@huhudao/protocol';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { mayAnywhere, useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { pageQuery, usePaging } from '../../parts/paging.ts';
import { useDebounced } from '../../parts/use-debounced.ts';
import { PersonDrawer } from './person-drawer.tsx';

const route = getRouteApi('/people');

/** Everybody with a role in the area, and what they are. */
export function PeopleTab(): ReactElement {
  const t = useTexts();
  const session = useSession();
  const { page } = route.useSearch();
  const navigate = route.useNavigate();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<PersonView | 'new' | null>(null);
  const paging = usePaging();
  const mayManage = mayAnywhere(session, 'people.manage');
  const hint = mayManage ? t('people.noneHintManager') : t('people.noneHint');
  const columns = usePeopleColumns(mayManage ? setOpen : undefined);
  const people = usePeople(search);
  const turn = (next: number): void => void navigate({ search: (old) => ({ ...old, page: next }) });
  return (
    <div className="stack">
      <div className="row">
        <PeopleFilters search={search} onSearch={setSearch} />
        {mayManage ? (
          <Button type="primary" className="push-right" onClick={() => setOpen('new')}>
            {t('people.add')}
          </Button>
        ) : null}
      </div>
      <Loaded of={people}>
        {(data) => (
          <Table<PersonView>
            size="small"
            rowKey="id"
            loading={people.isPlaceholderData}
            dataSource={data.items}
            columns={columns}
            locale={{ emptyText: <EmptyHint title={t('people.none')} hint={hint} /> }}
            pagination={paging(page, data.total, turn)}
          />
        )}
      </Loaded>
      {open === null ? null : (
        <PersonDrawer
          key={open === 'new' ? 'new' : open.id}
          person={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

function usePeople(search: string) {
  const { area } = useArea();
  const { role, page } = route.useSearch();
  const asked = useDebounced(search.trim());
  return useRead(
    listPeople,
    { query: { ...pageQuery(page), areaId: area.id, role, search: asked === '' ? undefined : asked } },
    { keep: true },
  );
}

function PeopleFilters({
  search,
  onSearch,
}: {
  search: string;
  onSearch: (text: string) => void;
}): ReactElement {
  const t = useTexts();
  const words = useWords();
  const { role } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <search className="row">
      <Input.Search
        className="filter-search"
        aria-label={t('people.search')}
        placeholder={t('people.search')}
        allowClear
        value={search}
        onChange={(event) => onSearch(event.target.value)}
      />
      <Select
        className="filter-short"
        aria-label={t('start.role')}
        placeholder={t('start.role')}
        allowClear={{ label: t('shell.clear') }}
        value={role ?? null}
        onChange={(next) =>
          void navigate({ search: (old) => ({ ...old, role: next ?? undefined, page: undefined }) })
        }
        options={roles.map((value) => ({ value, label: words.role(value) }))}
      />
    </search>
  );
}

function usePeopleColumns(onOpen: ((person: PersonView) => void) | undefined) {
  const t = useTexts();
  const words = useWords();
  return [
    {
      title: t('start.person'),
      render: (_: unknown, person: PersonView) =>
        onOpen === undefined ? (
          person.name
        ) : (
          <Button type="link" size="small" onClick={() => onOpen(person)}>
            {person.name}
          </Button>
        ),
    },
    { title: t('start.login'), render: (_: unknown, person: PersonView) => <code>{person.login}</code> },
    { title: t('household.phone'), render: (_: unknown, person: PersonView) => person.phone ?? '—' },
    {
      title: t('people.roles'),
      render: (_: unknown, person: PersonView) =>
        person.grants.map((grant) => (
          <div key={grant.id}>
            {words.role(grant.role)} <span className="muted">{grant.areaName}</span>
          </div>
        )),
    },
    {
      title: t('people.state'),
      render: (_: unknown, person: PersonView) => {
        if (person.disabled) return <Chip tone="none">{t('people.disabled')}</Chip>;
        return person.locked ? (
          <Chip tone="wait">{t('people.locked')}</Chip>
        ) : (
          <Chip tone="done">{t('people.active')}</Chip>
        );
      },
    },
  ];
}
