import { createHmac } from 'node:crypto';
import type { BotKind } from '@huhudao/domain';

/** Tests have no certificate; nobody else can listen there. */
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** The parts of an address that may be sent to: of a host that is allowed, by HTTPS; null for any other. */
export function readAddress(url: string, hosts: readonly string[]): URL | null {
  const address = URL.parse(url);
  if (address === null || !hosts.includes(address.host)) return null;
  if (address.username !== '' || address.password !== '') return null;
  const plain = address.protocol === 'http:' && loopback.includes(address.hostname);
  return plain || address.protocol === 'https:' ? address : null;
}

/** DingTalk: `timestamp` in milliseconds and `sign` = base64(HMAC-SHA256(secret, timestamp + "\n" + secret)). */
export function signAddress(address: URL, kind: BotKind, secret: string | null, at: number): URL {
  if (kind !== 'dingTalk' || secret === null) return address;
  const signed = new URL(address);
  signed.searchParams.set('timestamp', String(at));
  signed.searchParams.set('sign', createHmac('sha256', secret).update(`${at}\n${secret}`).digest('base64'));
  return signed;
}
