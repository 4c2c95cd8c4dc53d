import { Navigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useArea } from '../../api/areas.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';

/** Leads to the community of the area, or to the first in administrative order. */
export function CommunitiesPage(): ReactElement {
  const t = useTexts();
  const { tree, area } = useArea();
  const [first] = tree.communitiesOf(area.id);
  if (first === undefined) return <EmptyHint title={t('community.none')} hint={t('community.noneHint')} />;
  return <Navigate to="/communities/$communityId" params={{ communityId: first.id }} replace />;
}
