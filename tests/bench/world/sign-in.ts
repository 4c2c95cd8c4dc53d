import { password } from './world.ts';

/** Signs somebody in at the office; answers the cookies. */
export async function signInToOffice(origin: string, login: string): Promise<string> {
  const response = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'huhudao' },
    body: JSON.stringify({ login, password }),
  });
  if (!response.ok) throw new Error(`signing in was answered ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
