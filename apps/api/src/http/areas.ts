import type { Sql } from '@huhudao/db';
import { listAreas, type AreaRow } from './areas.queries.ts';

/** How long another server's change to the tree may stay unseen. */
const freshFor = 2000;

/** The administrative tree, held in memory: every request asks it where its area lies. */
export class Areas {
  readonly #sql: Sql;
  #byId = new Map<string, AreaRow>();
  #children = new Map<string | null, AreaRow[]>();
  #loadedAt = -Infinity;
  #loading: PromiseLike<AreaRow[]> | undefined;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Loads the tree unless it was loaded a moment ago; once for all who ask meanwhile. */
  async refresh(): Promise<void> {
    if (performance.now() - this.#loadedAt < freshFor) return;
    const loading = (this.#loading ??= listAreas(this.#sql));
    try {
      const rows = await loading;
      // Somebody else has taken it in; or it was forgotten while it was read, and may be from before the change.
      if (this.#loading !== loading) return await this.refresh();
      this.#byId = new Map(rows.map((row) => [row.id, row]));
      this.#children = Map.groupBy(rows, (row) => row.parentId);
      this.#loadedAt = performance.now();
    } finally {
      if (this.#loading === loading) this.#loading = undefined;
    }
  }

  /** To be called after a change to the tree. */
  forget(): void {
    this.#loadedAt = -Infinity;
    this.#loading = undefined;
  }

  get(id: string): AreaRow | undefined {
    return this.#byId.get(id);
  }

  all(): AreaRow[] {
    return [...this.#byId.values()];
  }

  children(id: string | null): readonly AreaRow[] {
    return this.#children.get(id) ?? [];
  }

  /** True where `area` is `ancestor` or lies below it. */
  isWithin(area: string, ancestor: string): boolean {
    for (
      let at = this.#byId.get(area);
      at !== undefined;
      at = at.parentId === null ? undefined : this.#byId.get(at.parentId)
    ) {
      if (at.id === ancestor) return true;
    }
    return false;
  }

  /** Everything at or below any of the areas. */
  within(ids: readonly string[]): AreaRow[] {
    return this.all().filter((area) => ids.some((id) => this.isWithin(area.id, id)));
  }

  /** The communities at or below an area; for a grid, the community it is part of. */
  communitiesWithin(id: string): AreaRow[] {
    const area = this.#byId.get(id);
    if (area === undefined) return [];
    if (area.kind === 'community') return [area];
    if (area.kind === 'grid') return area.parentId === null ? [] : this.communitiesWithin(area.parentId);
    return this.children(id).flatMap((child) => this.communitiesWithin(child.id));
  }

  /** The streets at or below an area, or the street it lies in. */
  streetsWithin(id: string): AreaRow[] {
    const area = this.#byId.get(id);
    if (area === undefined) return [];
    if (area.kind === 'district') return [...this.children(id)];
    const street = area.withinStreet === null ? undefined : this.#byId.get(area.withinStreet);
    return street === undefined ? [] : [street];
  }
}
