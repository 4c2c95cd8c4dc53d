import { Card, Tabs } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import type { Permission } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { mayAnywhere, useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { AreasTab } from './areas-tab.tsx';
import { DevicesTab } from './devices-tab.tsx';
import { PeopleTab } from './people-tab.tsx';
import { SystemTab } from './system-tab.tsx';
import { TeamsTab } from './teams-tab.tsx';
import './people.css';

const route = getRouteApi('/people');

const tabs = [
  { key: 'people', permission: 'people.list', Content: PeopleTab },
  { key: 'teams', permission: 'teams.manage', Content: TeamsTab },
  { key: 'areas', permission: 'areas.manage', Content: AreasTab },
  { key: 'devices', permission: 'devices.manage', Content: DevicesTab },
  { key: 'system', permission: 'system.read', Content: SystemTab },
] as const satisfies { key: string; permission: Permission; Content: () => ReactElement }[];

/** People and their roles, teams, building heads, areas, tablets: what each role may see of them. */
export function PeoplePage(): ReactElement {
  const t = useTexts();
  const session = useSession();
  const { tree, area } = useArea();
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const allowed = tabs.filter((one) => mayAnywhere(session, one.permission));
  // Without a street there is nobody to add yet: begin with the areas, and stay there while they are added.
  const [begin] = useState(() => (tree.ofKind('street').length === 0 ? 'areas' : allowed[0]?.key));
  const active = allowed.find((one) => one.key === (tab ?? begin)) ?? allowed[0];
  return (
    <>
      <PageHead title={t('shell.menu.people')} about={area.name} />
      <Card size="small">
        <Tabs
          {...(active === undefined ? {} : { activeKey: active.key })}
          destroyOnHidden
          onChange={(key) => {
            const next = allowed.find((one) => one.key === key)?.key;
            void navigate({ search: (old) => ({ area: old.area, tab: next }) });
          }}
          items={allowed.map(({ key, Content }) => ({
            key,
            label: t(`people.tab.${key}`),
            children: <Content />,
          }))}
        />
      </Card>
    </>
  );
}
