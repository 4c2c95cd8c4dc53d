import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, type ReactElement, type ReactNode } from 'react';
import { listAreas, type AreaView } from '@huhudao/protocol';
import { AreaContext, AreaTree, firstArea } from '../api/areas.ts';
import { useRead } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { EmptyHint } from '../parts/empty.tsx';
import { Loaded } from '../parts/loaded.tsx';

/** The area on screen: the one in the address, or the highest the person's role gives. */
export function AreaProvider({ children }: { children: ReactNode }): ReactElement {
  const areas = useRead(listAreas, {});
  return <Loaded of={areas}>{(all) => <WithAreas all={all}>{children}</WithAreas>}</Loaded>;
}

function WithAreas({ all, children }: { all: AreaView[]; children: ReactNode }): ReactElement {
  const t = useTexts();
  const session = useSession();
  const navigate = useNavigate();
  const { area: asked } = useSearch({ strict: false });
  const tree = useMemo(() => new AreaTree(all), [all]);
  const area = tree.find(asked) ?? firstArea(session, tree);
  const chosen = useMemo(
    () =>
      area === undefined
        ? null
        : {
            tree,
            area,
            choose: (areaId: string) =>
              void navigate({ to: '.', search: (old) => ({ ...old, area: areaId }) }),
          },
    [area, tree, navigate],
  );
  if (chosen === null) return <EmptyHint title={t('shell.noArea')} hint={t('shell.noAreaHint')} />;
  return <AreaContext value={chosen}>{children}</AreaContext>;
}
