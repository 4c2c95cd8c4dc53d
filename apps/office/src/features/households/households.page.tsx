import { Segmented } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { listProposals, type HouseholdView } from '@huhudao/protocol';
import { may, useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { BuildingsView } from './buildings-view.tsx';
import { HouseholdDrawer } from './household-drawer.tsx';
import { HouseholdTable } from './household-table.tsx';
import { ProposalsView } from './proposals-view.tsx';
import './households.css';

const route = getRouteApi('/households');

/** The register: as a table, as buildings, and the changes of occupancy that visits propose. */
export function HouseholdsPage(): ReactElement {
  const t = useTexts();
  const session = useSession();
  const { tree, area } = useArea();
  const { view = 'table' } = route.useSearch();
  const navigate = route.useNavigate();
  const [open, setOpen] = useState<HouseholdView | null>(null);
  const mayEdit = may(session, tree, 'households.edit', area.id);
  const proposals = useRead(listProposals, { params: { areaId: area.id } }, { enabled: mayEdit });
  const waiting = proposals.data?.length ?? 0;
  return (
    <>
      <PageHead title={t('household.title')} about={area.name}>
        <Segmented
          aria-label={t('household.view')}
          value={view}
          onChange={(next) => void navigate({ search: (old) => ({ ...old, view: next, page: undefined }) })}
          options={[
            { value: 'table' as const, label: t('household.asTable') },
            { value: 'grid' as const, label: t('household.asBuildings') },
            ...(mayEdit
              ? [
                  {
                    value: 'proposals' as const,
                    label: t('household.proposals', { count: waiting }),
                  },
                ]
              : []),
          ]}
        />
      </PageHead>
      {view === 'table' ? <HouseholdTable onOpen={setOpen} /> : null}
      {view === 'grid' ? <BuildingsView open={open?.id} onOpen={setOpen} /> : null}
      {view === 'proposals' ? <ProposalsView query={proposals} /> : null}
      <HouseholdDrawer household={open} onClose={() => setOpen(null)} />
    </>
  );
}
