import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Env } from '../../env.ts';
import { StartError } from '../explain-failure.ts';
import { loadAuthority } from './authority.ts';
import type { Certified } from './certificates.ts';
import { namesOf, type Names } from './names.ts';
import { leftOut } from './permitted-names.ts';
import { loadServerCertificate } from './server-certificate.ts';

export type Tls = {
  server: Certified;
  /** What browsers may call the server. */
  names: Names;
  /** Certificate (PEM) to be installed on tablets; missing where `TLS_CERT` is one they know already. */
  authority: string | undefined;
  /** Names that the authority cannot vouch for: they came after it was made. */
  notCovered: string[];
};

/** What HTTPS is served with: the certificate of `TLS_CERT`, or one of the local authority. @throws StartError */
export async function loadTls(env: Env, now: Date): Promise<Tls> {
  if (env.TLS_CERT === undefined && env.TLS_KEY === undefined) return loadLocal(env, now);
  if (env.TLS_CERT === undefined || env.TLS_KEY === undefined)
    throw new StartError('TLS_CERT 和 TLS_KEY 须同时设置。', 'TLS_CERT and TLS_KEY must be set together.');
  const server = { certificate: await readPem(env.TLS_CERT), key: await readPem(env.TLS_KEY) };
  return { server, names: namesIn(server.certificate), authority: undefined, notCovered: [] };
}

async function loadLocal(env: Env, now: Date): Promise<Tls> {
  const all = namesOf(env.TLS_NAMES);
  const authority = await loadAuthority(env.DATA_DIR, all, now);
  const left = leftOut(authority.permitted, all);
  const names = {
    domains: all.domains.filter((name) => !left.domains.includes(name)),
    addresses: all.addresses.filter((name) => !left.addresses.includes(name)),
  };
  return {
    server: await loadServerCertificate(env.DATA_DIR, authority, names, now),
    names,
    authority: authority.certificate,
    notCovered: [...left.domains, ...left.addresses],
  };
}

async function readPem(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw new StartError(`无法读取证书文件 ${file}。`, `The certificate file ${file} cannot be read.`, error);
  });
}

/** The names a certificate was made for, as Node writes them: `DNS:a.example, IP Address:10.0.0.1`. */
function namesIn(pem: string): Names {
  const written = (new X509Certificate(pem).subjectAltName ?? '').split(', ');
  const of = (kind: string) =>
    written.flatMap((name) => (name.startsWith(kind) ? [name.slice(kind.length)] : []));
  return { domains: of('DNS:'), addresses: of('IP Address:') };
}
