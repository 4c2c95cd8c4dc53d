import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

it('an answer that was asked for before everything was forgotten is not remembered', async () => {
  const streetId = await api.area('street', '云溪街道', await api.area('district', '云溪区', null));
  const { token } = await api.tablet(await api.person('zhang', ['worker', streetId]));
  const asking = api.identities.byCredential(token);
  api.identities.forget();
  await expect(asking).resolves.toMatchObject({ personId: expect.any(String) });
  await api.sql`delete from device_credential`;
  await expect(api.identities.byCredential(token)).rejects.toMatchObject({ code: 'sessionExpired' });
});
