/** Somebody at a desk who calls the API as the office pages do: for what the story does not show on a screen. */
import {
  call,
  changePassword,
  createPerson,
  signIn,
  type CallOf,
  type Endpoint,
  type ResponseOf,
  type SessionView,
  type Transport,
} from '@huhudao/protocol';
import type { Role } from '@huhudao/domain';

export type OfficeUser = {
  session: SessionView;
  call: <E extends Endpoint>(endpoint: E, parts: CallOf<E>) => Promise<ResponseOf<E>>;
};

export type Credentials = { login: string; password: string };

export async function signInOffice(origin: string, body: Credentials): Promise<OfficeUser> {
  let cookie = '';
  const transport: Transport = {
    origin,
    headers: () => (cookie === '' ? {} : { Cookie: cookie }),
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
      return response;
    },
  };
  const session = await call(transport, signIn, { body });
  return { session, call: (endpoint, parts) => call(transport, endpoint, parts) };
}

/** The administrator adds a person, who signs in and chooses a password. */
export async function addPerson(
  origin: string,
  administrator: OfficeUser,
  person: { login: string; name: string },
  ...grants: { role: Role; areaId: string }[]
): Promise<Credentials> {
  const made = await administrator.call(createPerson, { body: { ...person, grants } });
  const { login } = person;
  const newcomer = await signInOffice(origin, { login, password: made.password });
  const password = passwordOf(login);
  await newcomer.call(changePassword, { body: { current: made.password, next: password } });
  return { login, password };
}

/** What everybody of the story chooses. */
export const passwordOf = (login: string): string => `${login}-on-the-lake`;
