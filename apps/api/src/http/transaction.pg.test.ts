import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAudit } from '@huhudao/protocol';
import { startTestApi, type TestApi, type TestPerson } from '../testing/test-api.ts';
import { inStreet, streetCommand, type StreetTx } from './transaction.ts';

let api: TestApi;
let street: string;
let lin: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  const district = await api.area('district', '云溪区', null);
  street = await api.area('street', '云溪街道', district);
  lin = await api.person('lin', ['auditor', street]);
});
afterAll(() => api.stop());

const actor = () => ({ personId: lin.id, deviceId: null });
const audited = async () => (await lin.call(listAudit, { params: { areaId: street } })).total;
const command = (run: (tx: StreetTx) => Promise<string>) =>
  streetCommand({ action: 'team.changed', subject: () => ({}), run });

describe('a write that the command sends and does not wait for', () => {
  it('takes the transaction with it when the database refuses it, and the caller hears why', async () => {
    const before = await audited();
    const refused = command(async (tx) => {
      tx.send(tx.sql.unsafe(`select '0000-01-01'::date`));
      return 'done';
    });
    await expect(inStreet(api.deps, street, actor(), refused, undefined)).rejects.toMatchObject({
      code: '22008',
    });
    expect(await audited()).toBe(before);
  });

  it('is what the caller hears of, not the statements that failed after it', async () => {
    const refused = command(async (tx) => {
      tx.send(tx.sql.unsafe(`select '0000-01-01'::date`));
      await tx.sql.unsafe('select 1');
      return 'done';
    });
    await expect(inStreet(api.deps, street, actor(), refused, undefined)).rejects.toMatchObject({
      code: '22008',
    });
  });
});
