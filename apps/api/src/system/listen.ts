import { createServer as createHttp, type RequestListener, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { codeOf, StartError } from './explain-failure.ts';
import type { Certified } from './tls/certificates.ts';

export type Listener = { port: number; close: () => Promise<void> };

/** How long requests may still take when the program stops, in milliseconds. */
const patience = 10_000;

/** Serves the app over HTTP. Port 0 takes any free one. @throws StartError when the port cannot be had */
export async function listenHttp(app: Hono, hostname: string, port: number): Promise<Listener> {
  const server = createHttp(handlerOf(app));
  return { port: await bind(server, hostname, port), close: () => finish(server) };
}

export type SecureListener = Listener & { use: (certified: Certified) => void };

/** The same over HTTPS; `use` takes a renewed certificate for the connections that follow. @throws StartError */
export async function listenHttps(
  app: Hono,
  hostname: string,
  port: number,
  certified: Certified,
): Promise<SecureListener> {
  const contextOf = ({ certificate, key }: Certified) => ({ cert: certificate, key });
  const server = createSecure(app, contextOf(certified));
  return {
    port: await bind(server, hostname, port),
    use: (renewed) => server.setSecureContext(contextOf(renewed)),
    close: () => finish(server),
  };
}

function createSecure(app: Hono, context: { cert: string; key: string }) {
  try {
    return createHttps(context, handlerOf(app));
  } catch (error) {
    throw new StartError(
      'TLS_CERT 与 TLS_KEY 不是一对有效的 PEM 证书和私钥。',
      'TLS_CERT and TLS_KEY are not a PEM certificate and its private key.',
      error,
    );
  }
}

function handlerOf(app: Hono): RequestListener {
  const handle = getRequestListener(app.fetch);
  return (request, response) => void handle(request, response);
}

async function bind(server: Server, hostname: string, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, hostname, resolve);
  await promise.catch((error: unknown) => {
    throw explain(error, hostname, port);
  });
  server.off('error', reject);
  const bound = server.address();
  return typeof bound === 'object' && bound !== null ? bound.port : port;
}

function explain(error: unknown, hostname: string, port: number): unknown {
  const code = codeOf(error);
  if (code === 'EADDRINUSE')
    return new StartError(
      `端口 ${port} 已被占用，可能本程序已在运行。请先停止它，或用 PORT 换一个端口。`,
      `Port ${port} is in use; perhaps the program is running already. Stop it first, or set PORT to another one.`,
    );
  if (code === 'EACCES')
    return new StartError(
      `当前账号不能使用端口 ${port}，请用 PORT 换一个 1024 以上的端口。`,
      `This account may not use port ${port}. Set PORT to one above 1024.`,
    );
  if (code === 'EADDRNOTAVAIL')
    return new StartError(
      `本机没有地址 ${hostname}，请检查 HOST。`,
      `This machine does not have the address ${hostname}. Check HOST.`,
    );
  return error;
}

/** Takes no new connection, lets requests end, and closes what waits for nothing. */
async function finish(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}
