/** Everything the program says in the terminal, in both languages. */
import { X509Certificate } from 'node:crypto';
import { isIPv4 } from 'node:net';
import type { Tls } from './tls/load-tls.ts';
import { networkAddresses } from './tls/names.ts';

export const announcements = {
  startingDatabase: '正在启动数据库… / Starting the database…',
  connectingDatabase: '正在连接数据库… / Connecting to the database…',
  preparingSchema: '正在检查数据库结构… / Checking the database schema…',
  migrated: (count: number) =>
    `数据库结构已更新（${count} 项） / The schema was brought up to date (${count} files)`,
  appNotBuilt: (app: string) =>
    `${app} 页面还没有构建，请用 npm start 启动。 / The ${app} pages are not built; start with npm start.`,
  recounted: (street: string, found: { responses: number; kept: number; wrong: number }) =>
    `${street}：${found.responses} 份答卷，${found.kept} 项计数，${found.wrong} 项有误 / ${found.responses} responses, ${found.kept} counts, ${found.wrong} of them wrong`,
  countsRight: '计数与答卷一致 / The counts agree with the answers',
  countsWrong:
    '计数有误，用 npm run recount -- --mend 改正。 / Counts are wrong; npm run recount -- --mend puts them right.',
  stopping: '正在停止，请稍候… / Stopping…',
  stopped: '已停止 / Stopped',
} as const;

/** Where the product can be reached once it listens. */
export function addressLines(ports: { http: number; https: number }, tls: Tls): string[] {
  const network = networkAddresses().filter((address) => isIPv4(address));
  return [
    '',
    '户户到已启动 / Huhudao is running',
    `  办公端 / Office        http://localhost:${ports.http}/`,
    `  平板端 / Tablet        http://localhost:${ports.http}/tablet/`,
    ...network.flatMap((address) => [
      `  局域网 / Network       https://${address}:${ports.https}/`,
      `  平板安装 / For tablets  http://${address}:${ports.http}/install`,
    ]),
    ...certificateLines(tls),
    '  按 Ctrl-C 停止 / Ctrl-C stops it',
    '',
  ];
}

function certificateLines({ authority, notCovered }: Tls): string[] {
  if (authority === undefined) return [];
  const fingerprint = `  证书指纹 / Fingerprint  SHA-256 ${new X509Certificate(authority).fingerprint256}`;
  if (notCovered.length === 0) return [fingerprint];
  const names = notCovered.join(', ');
  return [
    fingerprint,
    `  证书不包含这些名称：${names}。如需使用，请删除数据目录下的 tls 文件夹后重启，并在平板上重新安装证书。`,
    `  The certificate leaves out: ${names}. To use them delete the folder tls in the data folder, start again, and install the new certificate on the tablets.`,
  ];
}
