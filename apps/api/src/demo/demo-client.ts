/** Uses the product as its users do: through the API, with a clock that can stand in the past. */
import type { Hono } from 'hono';
import {
  call,
  signIn,
  signInDevice,
  type CallOf,
  type Endpoint,
  type ResponseOf,
  type SessionView,
  type Transport,
} from '@huhudao/protocol';

/** Somebody signed in: in the office by cookie, or on a tablet by credential. */
export type DemoUser = {
  call: <E extends Endpoint>(endpoint: E, parts: CallOf<E>) => Promise<ResponseOf<E>>;
  session: SessionView;
};

/** An application whose clock the demonstration sets. */
export type DemoApp = { app: Hono; clock: { now: Date }; sealingKey: string };

const transportOf = (app: Hono, headers: Record<string, string>): Transport => ({
  origin: '',
  fetch: async (input, init) => app.request(`http://localhost${input}`, init),
  headers: () => headers,
});

export async function signInOffice({ app }: DemoApp, login: string, password: string): Promise<DemoUser> {
  let cookie = '';
  const entrance: Transport = {
    ...transportOf(app, {}),
    fetch: async (input, init) => {
      const response = await app.request(`http://localhost${input}`, init);
      cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      return response;
    },
  };
  const session = await call(entrance, signIn, { body: { login, password } });
  const transport = transportOf(app, { Cookie: cookie });
  return { call: (endpoint, parts) => call(transport, endpoint, parts), session };
}

export async function signInTablet(
  { app }: DemoApp,
  login: string,
  password: string,
  { deviceId, deviceName }: { deviceId: string; deviceName: string },
): Promise<DemoUser> {
  const body = { login, password, deviceId, deviceName };
  const { credential, person } = await call(transportOf(app, {}), signInDevice, { body });
  const transport = transportOf(app, { Authorization: `Bearer ${credential}` });
  return { call: (endpoint, parts) => call(transport, endpoint, parts), session: person };
}
