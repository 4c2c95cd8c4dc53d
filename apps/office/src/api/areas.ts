import { allows, type AreaView, type Permission, type SessionView } from '@huhudao/protocol';
import { createContext, useContext } from 'react';

/** The areas one may see, with the ways up and down. Children keep the administrative order. */
export class AreaTree {
  readonly all: readonly AreaView[];
  private readonly byId: ReadonlyMap<string, AreaView>;

  constructor(areas: readonly AreaView[]) {
    this.all = [...areas].sort((one, other) => one.position - other.position);
    this.byId = new Map(areas.map((area) => [area.id, area]));
  }

  find(id: string | null | undefined): AreaView | undefined {
    return id === null || id === undefined ? undefined : this.byId.get(id);
  }

  /** Areas without a visible parent. */
  roots(): AreaView[] {
    return this.all.filter((area) => this.find(area.parentId) === undefined);
  }

  below(id: string): AreaView[] {
    return this.all.filter((area) => area.parentId === id);
  }

  ofKind(kind: AreaView['kind']): AreaView[] {
    return this.all.filter((area) => area.kind === kind);
  }

  /** The area itself and everything above it, from the bottom up. */
  upwards(id: string): AreaView[] {
    const way: AreaView[] = [];
    for (let area = this.find(id); area !== undefined; area = this.find(area.parentId)) way.push(area);
    return way;
  }

  /** The communities of an area: itself, or those below it in administrative order. */
  communitiesOf(id: string): AreaView[] {
    const area = this.find(id);
    if (area?.kind === 'community') return [area];
    return this.below(id).flatMap((one) => (one.kind === 'grid' ? [] : this.communitiesOf(one.id)));
  }
}

/** True where the person may do this in the area: by a grant in it or above it. */
export function may(session: SessionView, tree: AreaTree, permission: Permission, areaId: string): boolean {
  const reach = new Set(tree.upwards(areaId).map((area) => area.id));
  const roles = session.grants.filter((grant) => reach.has(grant.areaId)).map((grant) => grant.role);
  return allows(permission, roles);
}

/**
 * The area a person begins with: the highest a desk role gives, a street before the district it lies in, because
 * registers, rounds and rates belong to streets.
 */
export function firstArea(session: SessionView, tree: AreaTree): AreaView | undefined {
  const granted = session.grants.flatMap((grant) => tree.find(grant.areaId) ?? []);
  const order = ['district', 'street', 'community', 'grid'];
  const [highest] = granted.sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  if (highest?.kind !== 'district') return highest;
  return tree.below(highest.id).find((area) => area.kind === 'street') ?? highest;
}

export type ChosenArea = { tree: AreaTree; area: AreaView; choose: (areaId: string) => void };
export const AreaContext = createContext<ChosenArea | null>(null);

/** The area everything on the screen is about. */
export function useArea(): ChosenArea {
  const chosen = useContext(AreaContext);
  if (chosen === null) throw new Error('useArea is used outside the shell');
  return chosen;
}
