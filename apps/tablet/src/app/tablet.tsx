import { createContext, use, useDeferredValue, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { allows, type Permission } from '@huhudao/protocol';
import type { OwnWork } from '../work/own-work.ts';
import type { Snapshot } from './snapshot.ts';
import type { TabletStore } from './tablet-store.ts';

const TabletContext = createContext<TabletStore | null>(null);

/** Gives the screens the signed-in person's tablet. */
export function Tablet({ store, children }: { store: TabletStore; children: ReactNode }) {
  return <TabletContext value={store}>{children}</TabletContext>;
}

export function useTablet(): TabletStore {
  const store = use(TabletContext);
  if (store === null) throw new Error('No tablet around this screen');
  return store;
}

/** What the disk says now. */
export function useSnapshot(): Snapshot {
  const store = useTablet();
  return useSyncExternalStore(store.subscribe, store.snapshot);
}

/** The same, for what may be drawn right after the answer to a touch: that something is saved is said first. */
export const useSnapshotAfter = (): Snapshot => useDeferredValue(useSnapshot());

/** A part of it: a screen that shows no more is drawn anew only where that part is another object. */
export function useSnapshotPart<T>(part: (snapshot: Snapshot) => T): T {
  const store = useTablet();
  return useSyncExternalStore(store.subscribe, () => part(store.snapshot()));
}

/** What this tablet has done itself: the same object until some of it changes. */
export const useOwnWork = (): OwnWork => useOwnWorkOf(useSnapshot());

/** The same of a snapshot: the same object as long as nothing of it has changed. */
export function useOwnWorkOf({ own, held, drafts, records, confirmed }: Snapshot): OwnWork {
  return useMemo(() => ({ own, held, drafts, records, confirmed }), [own, held, drafts, records, confirmed]);
}

/** Whether the person may do something somewhere in a street. The server decides; this only hides what it refuses. */
export function useMay(permission: Permission, streetId: string): boolean {
  const { grants } = useTablet().person.profile.session;
  return useMemo(() => {
    const roles = grants
      .filter((grant) => (grant.streetId ?? streetId) === streetId)
      .map((grant) => grant.role);
    return allows(permission, roles);
  }, [grants, permission, streetId]);
}
