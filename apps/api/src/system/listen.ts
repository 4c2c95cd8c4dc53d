import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { codeOf, StartError } from './explain-failure.ts';

export type Listener = { port: number; close: () => Promise<void> };

/** How long requests may still take when the program stops, in milliseconds. */
const patience = 10_000;

/** Serves the app over HTTP. Port 0 takes any free one. @throws StartError when the port cannot be had */
export async function listenHttp(app: Hono, hostname: string, port: number): Promise<Listener> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await bind(server, hostname, port);
  return { port: (server.address() as AddressInfo).port, close: () => finish(server) };
}

async function bind(server: Server, hostname: string, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, hostname, resolve);
  await promise.catch((error: unknown) => {
    throw explain(error, hostname, port);
  });
  server.off('error', reject);
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
