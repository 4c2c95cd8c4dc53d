import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

function limited(changes: Partial<TestApi['deps']['env']>) {
  const { app } = createApp({ ...api.deps, env: { ...api.deps.env, ...changes } });
  return (path: string, remoteAddress: string, init: RequestInit = {}) =>
    app.request(`http://localhost${path}`, init, { incoming: { socket: { remoteAddress } } });
}

const attempt = {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'huhudao' },
  body: JSON.stringify({ login: 'nobody', password: 'guess' }),
};

describe('one address', () => {
  it('is asked to wait once it has sent too much, while others go on', async () => {
    const ask = limited({ REQUESTS_PER_MINUTE: 3 });
    for (let time = 0; time < 3; time += 1) expect((await ask('/api/setup', '10.0.0.1')).status).toBe(200);
    const refused = await ask('/api/setup', '10.0.0.1');
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ code: 'tooManyRequests' });
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await ask('/api/setup', '10.0.0.2')).status).toBe(200);
  });

  it('has fewer attempts to sign in than other requests', async () => {
    const ask = limited({ SIGN_INS_PER_MINUTE: 2 });
    for (let time = 0; time < 2; time += 1)
      expect((await ask('/api/session', '10.0.0.1', attempt)).status).toBe(401);
    expect((await ask('/api/session', '10.0.0.1', attempt)).status).toBe(429);
    expect((await ask('/api/setup', '10.0.0.1')).status).toBe(200);
  });

  it('cannot pass for another one, except through a trusted proxy', async () => {
    const forged = (number: number) => ({
      headers: { 'X-Forwarded-For': `10.0.1.${number}, 10.0.2.${number}` },
    });
    const direct = limited({ REQUESTS_PER_MINUTE: 1 });
    expect((await direct('/api/setup', '10.0.0.1', forged(1))).status).toBe(200);
    expect((await direct('/api/setup', '10.0.0.1', forged(2))).status).toBe(429);
    const proxied = limited({ REQUESTS_PER_MINUTE: 1, TRUST_PROXY: true });
    expect((await proxied('/api/setup', '127.0.0.1', forged(1))).status).toBe(200);
    expect((await proxied('/api/setup', '127.0.0.1', forged(2))).status).toBe(200);
    expect((await proxied('/api/setup', '127.0.0.1', forged(2))).status).toBe(429);
  });
});
