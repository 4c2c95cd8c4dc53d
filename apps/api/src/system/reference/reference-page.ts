import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { html } from 'hono/html';
import { openApiDocument } from './openapi.ts';

const bundle = path.dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')));
const base = '/api/reference';

/** Asks like the office’s own pages do, so that requests can be tried out while signed in. */
const start = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  validatorUrl: null,
  requestInterceptor: (request) => {
    if (request.method !== 'GET') request.headers['X-Requested-With'] = 'huhudao';
    return request;
  },
});
`;

const page = html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>户户到 Huhudao API</title>
      <link rel="stylesheet" href="${base}/swagger-ui.css" />
      <link rel="icon" href="${base}/favicon-32x32.png" />
    </head>
    <body>
      <main id="reference"></main>
      <script src="${base}/swagger-ui-bundle.js"></script>
      <script src="${base}/start.js"></script>
    </body>
  </html>`;

/** The document at `/api/openapi.json`, and to be browsed at `/api/reference`; every file is our own. */
export function mountReference(app: Hono): void {
  let text: string | undefined;
  app.get('/api/openapi.json', compress(), (context) => {
    text ??= JSON.stringify(openApiDocument());
    return context.body(text, 200, { 'Content-Type': 'application/json' });
  });
  app.get(base, (context) => context.html(page));
  app.get(`${base}/start.js`, (context) => context.body(start, 200, { 'Content-Type': 'text/javascript' }));
  const files = serveStatic({ root: bundle, rewriteRequestPath: (asked) => asked.slice(base.length) });
  app.get(`${base}/:file{[\\w-]+\\.(css|js|png)}`, etag(), compress(), files);
}
