/** Everything the program says in the terminal, in both languages. */
import os from 'node:os';

export const announcements = {
  startingDatabase: '正在启动数据库… / Starting the database…',
  connectingDatabase: '正在连接数据库… / Connecting to the database…',
  preparingSchema: '正在检查数据库结构… / Checking the database schema…',
  migrated: (count: number) =>
    `数据库结构已更新（${count} 项） / The schema was brought up to date (${count} files)`,
  appNotBuilt: (app: string) =>
    `${app} 页面还没有构建，请用 npm start 启动。 / The ${app} pages are not built; start with npm start.`,
  stopping: '正在停止，请稍候… / Stopping…',
  stopped: '已停止 / Stopped',
} as const;

/** Where the product can be reached once it listens. */
export function addressLines(ports: { http: number }): string[] {
  const here = `http://localhost:${ports.http}`;
  const elsewhere = lanAddresses().map(
    (address) => `  局域网 / Network     http://${address}:${ports.http}/`,
  );
  return [
    '',
    '户户到已启动 / Huhudao is running',
    `  办公端 / Office      ${here}/`,
    `  平板端 / Tablet      ${here}/tablet/`,
    ...elsewhere,
    '  按 Ctrl-C 停止 / Ctrl-C stops it',
    '',
  ];
}

/** This machine's IPv4 addresses that other machines can reach. */
export function lanAddresses(): string[] {
  return Object.values(os.networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address);
}
