/** An office that imports rosters, as its page does: it looks again until the work in the background is done. */
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import {
  applyImport,
  changeImport,
  listImportProblems,
  readImport,
  undoImport,
  uploadRoster,
  type ImportSettings,
  type ImportView,
  type RowProblem,
} from '@huhudao/protocol';
import type { TestPerson } from '../testing/test-api.ts';

const fixtures = new URL('../../../../tests/fixtures/rosters/', import.meta.url);

export const fixture = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(new URL(name, fixtures)));

/** A roster as CSV, its cells as given. */
export const csv = (...rows: string[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    ['社区,网格,小区,楼栋,单元,楼层,房号,姓名,电话,房屋状态,备注', ...rows].join('\n'),
  );

export class ImportingOffice {
  readonly #person: TestPerson;
  readonly #streetId: string;
  /** Every state that was seen, with how far it was. */
  readonly seen: { state: ImportView['state']; progress: number; total: number }[] = [];

  constructor(person: TestPerson, streetId: string) {
    this.#person = person;
    this.#streetId = streetId;
  }

  async start(bytes: Uint8Array<ArrayBuffer>, name = '花名册.csv'): Promise<ImportView> {
    const params = { areaId: this.#streetId };
    return this.#person.call(uploadRoster, { params, body: { name, type: '', bytes } });
  }

  async upload(bytes: Uint8Array<ArrayBuffer>, name?: string): Promise<ImportView> {
    return this.settled(await this.start(bytes, name));
  }

  async change(one: ImportView, body: ImportSettings): Promise<ImportView> {
    return this.settled(await this.#person.call(changeImport, { ...this.of(one), body }));
  }

  async apply(one: ImportView): Promise<ImportView> {
    return this.settled(await this.#person.call(applyImport, this.of(one)));
  }

  /** Uploads and applies. */
  async take(bytes: Uint8Array<ArrayBuffer>, name?: string): Promise<ImportView> {
    return this.apply(await this.upload(bytes, name));
  }

  async undo(one: ImportView): Promise<ImportView> {
    return this.#person.call(undoImport, this.of(one));
  }

  async problems(one: ImportView): Promise<RowProblem[]> {
    const query = { limit: 500 };
    return (await this.#person.call(listImportProblems, { ...this.of(one), query })).items;
  }

  /** Looks until nothing is under way any more. */
  async settled(one: ImportView): Promise<ImportView> {
    for (;;) {
      const now = await this.#person.call(readImport, this.of(one));
      this.seen.push({ state: now.state, progress: now.progress, total: now.total });
      if (now.state !== 'reading' && now.state !== 'applying') return now;
      await setTimeout(20);
    }
  }

  of(one: { id: string }) {
    return { params: { areaId: this.#streetId, importId: one.id } };
  }
}
