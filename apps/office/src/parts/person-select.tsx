import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Role } from '@huhudao/domain';
import { listPeople } from '@huhudao/protocol';
import { useRead } from '../api/client.ts';
import { useTexts } from '../i18n/index.ts';
import { useDebounced } from './use-debounced.ts';

type Named = { id: string; name: string };
type Common = {
  id?: string;
  areaId: string | undefined;
  /** Only people who hold this role. */
  holding?: Role;
  /** People who must be named even before a search finds them: those chosen already. */
  known?: readonly Named[];
};

/** One person with a role in the area, found by name or pinyin initials. */
export function PersonSelect(
  props: Common & { value?: string | null; onChange?: (id: string | null) => void },
): ReactElement {
  const { options, search, loading } = usePeopleOptions(props);
  const t = useTexts();
  return (
    <Select
      {...(props.id === undefined ? {} : { id: props.id })}
      allowClear={{ label: t('shell.clear') }}
      showSearch={{ filterOption: false, onSearch: search }}
      placeholder={t('people.choose')}
      value={props.value ?? null}
      loading={loading}
      options={options}
      onChange={(id) => props.onChange?.(id ?? null)}
    />
  );
}

/** Several of them. */
export function PeopleSelect(
  props: Common & { value?: string[]; onChange?: (ids: string[]) => void },
): ReactElement {
  const { options, search, loading } = usePeopleOptions(props);
  const t = useTexts();
  return (
    <Select
      {...(props.id === undefined ? {} : { id: props.id })}
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: search }}
      placeholder={t('people.choose')}
      value={props.value ?? []}
      loading={loading}
      options={options}
      onChange={(ids: string[]) => props.onChange?.(ids)}
    />
  );
}

function usePeopleOptions({ areaId, holding, known = [] }: Common) {
  const [typed, setTyped] = useState('');
  const asked = useDebounced(typed.trim());
  const people = useRead(
    listPeople,
    { query: { areaId, role: holding, limit: 100, search: asked === '' ? undefined : asked } },
    { keep: true, enabled: areaId !== undefined },
  );
  const found = (people.data?.items ?? []).filter((person) => !person.disabled);
  const missing = known.filter((one) => !found.some((person) => person.id === one.id));
  const options = [...missing, ...found].map(({ id, name }) => ({ value: id, label: name }));
  return { options, search: setTyped, loading: people.isFetching };
}
