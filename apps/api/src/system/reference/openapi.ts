import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import * as protocol from '@huhudao/protocol';
import { allEndpoints, problemDocument } from '@huhudao/protocol';
import packageJson from '../../../package.json' with { type: 'json' };
import { operationOf } from './operation.ts';
import { problemResponses } from './problem-responses.ts';

/** The API as an OpenAPI 3.1 document, made from the same declarations that the server checks requests with. */
export function openApiDocument(): object {
  const paths: Record<string, Record<string, ReturnType<typeof operationOf>>> = {};
  for (const endpoint of allEndpoints) {
    const path = (paths[endpoint.path] ??= {});
    path[endpoint.method] = operationOf(endpoint);
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: '户户到 Huhudao',
      version: packageJson.version,
      description,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: tags(),
    paths,
    components: {
      schemas: { Problem: problemDocument, ...namedSchemas() },
      responses: problemResponses(),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'huhudao_session',
          description: 'The office’s sign-in; over HTTPS the cookie is called `__Host-huhudao_session`.',
        },
        tablet: { type: 'http', scheme: 'bearer', description: 'A tablet’s credential.' },
      },
    },
  });
}

/** The same as text, for the copy that is checked in. */
export const openApiText = (): string => `${JSON.stringify(openApiDocument(), undefined, 2)}\n`;

const description = `Dates are calendar dates of Asia/Shanghai (\`YYYY-MM-DD\`), instants ISO 8601 in UTC, ids UUIDs.

Requests that write carry \`X-Requested-With: huhudao\`. Refusals are problem documents (RFC 9457) with a stable
\`code\`; their \`title\` is a sentence in Chinese, or in English with \`Accept-Language: en\`.

Somebody who may not see something gets 404, as if it did not exist.`;

/** Shapes that several endpoints share are described once, under the name they have in the code. */
function namedSchemas(): Record<string, z.ZodType> {
  const named = Object.entries<unknown>(protocol).flatMap(([name, value]): [string, z.ZodType][] =>
    value instanceof z.ZodObject && value !== problemDocument
      ? [[name.charAt(0).toUpperCase() + name.slice(1), value]]
      : [],
  );
  return Object.fromEntries(named);
}

function tags(): { name: string }[] {
  const names = new Set(allEndpoints.flatMap((endpoint) => operationOf(endpoint).tags));
  return [...names].toSorted().map((name) => ({ name }));
}
