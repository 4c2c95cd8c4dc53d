import { existsSync } from 'node:fs';
import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono, MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import type { Say } from '../http/terminal.ts';
import { announcements } from './announcements.ts';

const apps = path.join(import.meta.dirname, '..', '..', '..');

/** An app as Vite built it, and where it is served. */
export type BuiltApp = { name: string; base: string; folder: string };

export const builtApps: readonly BuiltApp[] = [
  { name: 'tablet', base: '/tablet/', folder: path.join(apps, 'tablet', 'dist') },
  { name: 'resident', base: '/answer/', folder: path.join(apps, 'resident', 'dist') },
  { name: 'office', base: '/', folder: path.join(apps, 'office', 'dist') },
];
/** Paths that belong to the server; what is not found there is a problem, not a page. */
const serverPaths = /^\/(api|health|metrics)(\/|$)/;

/** Serves the built apps. Register it last: it answers whatever no route has taken. */
export function mountStaticFiles(app: Hono, say: Say, built = builtApps): void {
  app.get('/tablet', (context) => context.redirect('/tablet/'));
  app.get('/answer', (context) => context.redirect('/answer/'));
  for (const { name, base, folder } of built) {
    if (!existsSync(folder)) {
      say(announcements.appNotBuilt(name));
      continue;
    }
    const shared = { root: folder, precompressed: true };
    const files = serveStatic({ ...shared, rewriteRequestPath: (asked) => asked.slice(base.length - 1) });
    const page = serveStatic({ ...shared, path: 'index.html' });
    app.get(`${base}*`, only(isForApps), etag(), compress(), cacheByName, files, only(isPage), page);
  }
}

const isForApps = (asked: string): boolean => !serverPaths.test(asked);

/** A path without a file ending is a page of the app, which has its own router. */
const isPage = (asked: string): boolean => path.extname(asked) === '';

const only =
  (fits: (asked: string) => boolean): MiddlewareHandler =>
  async (context, next) => {
    if (!fits(context.req.path)) return context.notFound();
    return next();
  };

/** Names with a content hash never change their content; everything else is asked for again each time. */
const cacheByName: MiddlewareHandler = async (context, next) => {
  await next();
  if (!context.res.ok) return;
  const hashed = /\/assets\/[^/]+-[\w-]{8,}\.\w+$/.test(context.req.path);
  context.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
};
