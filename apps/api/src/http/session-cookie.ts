import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Env } from '../env.ts';
import { clientOf } from './client.ts';

export const sessionCookie = 'huhudao_session';

/**
 * Over HTTPS the cookie has the prefix `__Host-`, so that neither the plain port beside it nor another host of
 * the domain can plant one. Without Max-Age it ends with the browser.
 */
function options(context: Context, env: Env) {
  const { secure } = clientOf(context, env);
  const common = { path: '/', httpOnly: true, sameSite: 'Strict' } as const;
  return secure ? ({ ...common, secure: true, prefix: 'host' } as const) : common;
}

export function writeSessionCookie(context: Context, env: Env, token: string): void {
  setCookie(context, sessionCookie, token, options(context, env));
}

export function clearSessionCookie(context: Context, env: Env): void {
  deleteCookie(context, sessionCookie, options(context, env));
}

export function readSessionCookie(context: Context, env: Env): string | undefined {
  return clientOf(context, env).secure
    ? getCookie(context, sessionCookie, 'host')
    : getCookie(context, sessionCookie);
}
