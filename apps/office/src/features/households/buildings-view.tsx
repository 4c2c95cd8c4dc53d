import { Card, Tabs, Tree } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, type ReactElement } from 'react';
import {
  listBuildings,
  listHouseholds,
  listRounds,
  type BuildingView,
  type HouseholdView,
} from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { StairwellPanel } from '../coverage/stairwell-panel.tsx';

const route = getRouteApi('/households');
type Props = { open: string | undefined; onOpen: (household: HouseholdView) => void };

/** The register as buildings: pick one, see its stairwells floor by floor. */
export function BuildingsView({ open, onOpen }: Props): ReactElement {
  const t = useTexts();
  const { area } = useArea();
  const buildings = useRead(listBuildings, { params: { areaId: area.id } });
  return (
    <Loaded of={buildings}>
      {(all) =>
        all.length === 0 ? (
          <EmptyHint title={t('household.empty')} hint={t('household.emptyHint')} />
        ) : (
          <Chooser buildings={all} open={open} onOpen={onOpen} />
        )
      }
    </Loaded>
  );
}

function Chooser({ buildings, open, onOpen }: Props & { buildings: BuildingView[] }): ReactElement {
  const t = useTexts();
  const { tree } = useArea();
  const { building } = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = buildings.find((one) => one.id === building) ?? buildings[0];
  const nodes = useMemo(
    () => groupBuildings(buildings, (id) => tree.find(id)?.name ?? ''),
    [buildings, tree],
  );
  if (chosen === undefined) return <></>;
  return (
    <div className="buildings">
      <Card size="small">
        <h2>{t('household.asBuildings')}</h2>
        <Tree
          aria-label={t('household.asBuildings')}
          height={620}
          blockNode
          defaultExpandedKeys={[chosen.communityId, `${chosen.communityId} ${chosen.compoundName}`]}
          selectedKeys={[chosen.id]}
          treeData={nodes}
          onSelect={(_, { node }) => {
            if (node.children !== undefined) return;
            void navigate({
              search: (old) => ({ ...old, building: node.key, stairwell: undefined }),
            });
          }}
        />
      </Card>
      <Card size="small">
        <BuildingDoors building={chosen} open={open} onOpen={onOpen} />
      </Card>
    </div>
  );
}

function BuildingDoors({ building, open, onOpen }: Props & { building: BuildingView }): ReactElement {
  const t = useTexts();
  const { stairwell } = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = building.stairwells.find((one) => one.id === stairwell) ?? building.stairwells[0];
  const rounds = useRead(listRounds, { params: { areaId: building.communityId } });
  const round = rounds.data?.find((one) => one.state === 'open');
  const households = useRead(
    listHouseholds,
    {
      params: { areaId: building.communityId },
      query: { stairwellId: chosen?.id, limit: 500 },
    },
    { enabled: chosen !== undefined },
  );
  if (chosen === undefined) return <EmptyHint title={t('household.empty')} hint={t('household.emptyHint')} />;
  return (
    <>
      <h2>
        {building.compoundName} {building.label}
      </h2>
      <p className="muted small">
        {t('household.buildingFacts', { count: building.households })}
        {chosen.stewardName === null ? null : ` · ${t('household.steward', { name: chosen.stewardName })}`}
      </p>
      <Tabs
        activeKey={chosen.id}
        onChange={(id) => void navigate({ search: (old) => ({ ...old, stairwell: id }) })}
        items={building.stairwells.map((one) => ({ key: one.id, label: one.label }))}
      />
      {round === undefined ? null : (
        <p className="muted small">{t('household.inRound', { round: round.name })}</p>
      )}
      <StairwellPanel
        {...(round === undefined ? {} : { roundId: round.id })}
        areaId={building.communityId}
        stairwellId={chosen.id}
        selected={open}
        onOpen={(id) => {
          const household = households.data?.items.find((one) => one.id === id);
          if (household !== undefined) onOpen(household);
        }}
      />
    </>
  );
}

type Node = { key: string; title: string; selectable: boolean; children?: Node[] };

/** Community → compound → building, in the order of the register. */
function groupBuildings(buildings: readonly BuildingView[], communityName: (id: string) => string): Node[] {
  const communities = new Map<string, Map<string, Node[]>>();
  for (const building of buildings) {
    const compounds = communities.get(building.communityId) ?? new Map<string, Node[]>();
    communities.set(building.communityId, compounds);
    const leaves = compounds.get(building.compoundName) ?? [];
    compounds.set(building.compoundName, leaves);
    leaves.push({ key: building.id, title: building.label, selectable: true });
  }
  return [...communities].map(([communityId, compounds]) => ({
    key: communityId,
    title: communityName(communityId),
    selectable: false,
    children: [...compounds].map(([name, children]) => ({
      key: `${communityId} ${name}`,
      title: name,
      selectable: false,
      children,
    })),
  }));
}
