import { createHmac } from 'node:crypto';
import type { Deps } from './deps.ts';

/**
 * The key that signs links for appointments in one round: a tablet's own, or with the street as `maker` the office's.
 * Nobody stores it. Whoever has it can make links for this round, and nothing else.
 */
export const appointmentKey = ({ keys }: Deps, roundId: string, maker: string): string =>
  createHmac('sha256', keys.audit).update(`appointment links ${roundId} ${maker}`).digest('base64url');
