import path from 'node:path';
import { z } from 'zod';

const repository = path.join(import.meta.dirname, '..', '..', '..');

/**
 * Everything that can be set from outside. The table in README.md is checked against this list.
 */
const schema = z.object({
  /** Port of plain HTTP; HTTPS is on the next one. */
  PORT: z.coerce.number().int().min(1).max(65_534).default(8787),
  /** Address to listen on. */
  HOST: z.string().default('0.0.0.0'),
  /** Folder of the database, keys and certificates. */
  DATA_DIR: z.string().default('.data'),
  /** Use this PostgreSQL (15 or newer) instead of the embedded one. */
  DATABASE_URL: z.string().optional(),
  /** Certificate and key (PEM files) for HTTPS instead of the local authority’s. */
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  /** Further host names or addresses the local certificate is made for, separated by commas. */
  TLS_NAMES: z.string().default(''),
  /**
   * Where residents reach this server from their own phones, `https://host[:port]`; without it, the address that the
   * tablet was opened at.
   */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  /** How much is logged; `info` has a line for every request. */
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  /** `true` behind a reverse proxy on this machine: addresses and HTTPS are taken from its X-Forwarded headers. */
  TRUST_PROXY: z.stringbool().default(false),
  /** Minutes of inactivity after which an office session ends. */
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).default(120),
  /** Hours after which an office session ends in any case. */
  SESSION_HOURS: z.coerce.number().int().min(1).default(12),
  /** Days a tablet may stay offline before its person has to sign in again. */
  DEVICE_DAYS: z.coerce.number().int().min(1).default(30),
  /** Seconds between two looks whether a rate may be released again. */
  RELEASE_SECONDS: z.coerce.number().int().min(1).default(30),
  /** Hosts to which group bots may send, separated by commas. */
  BOT_HOSTS: z
    .string()
    .default('qyapi.weixin.qq.com,oapi.dingtalk.com')
    .transform((hosts) => hosts.split(',').map((host) => host.trim())),
  /** Seconds between two looks whether group bots have something to send. */
  BOT_SECONDS: z.coerce.number().int().min(1).default(10),
  /** Requests a minute allowed to one address. */
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(6000),
  /** Attempts to sign in a minute allowed to one address. */
  SIGN_INS_PER_MINUTE: z.coerce.number().int().min(1).default(60),
});

/** Every variable that is read. */
export const settingNames: readonly string[] = Object.keys(schema.shape);

export type Env = Omit<z.infer<typeof schema>, 'DATA_DIR'> & { DATA_DIR: string };

/**
 * Reads the environment once. Relative folders are taken from the repository's root.
 * @throws z.ZodError naming the variable that is wrong.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const env = schema.parse(source);
  return { ...env, DATA_DIR: path.resolve(repository, env.DATA_DIR) };
}
