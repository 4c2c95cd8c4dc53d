import { Problem, readHealth } from '@huhudao/protocol';
import packageJson from '../../package.json' with { type: 'json' };
import { route } from '../http/route.ts';
import { readDatabaseState } from './health.queries.ts';

const startedAt = new Date(performance.timeOrigin).toISOString();

export const healthRoutes = [
  route(readHealth, async ({ deps }) => {
    const [state] = await readDatabaseState(deps.sql);
    if (state === undefined) throw new Problem('unavailable');
    return { ...state, version: packageJson.version, startedAt, residentBytes: process.memoryUsage.rss() };
  }),
];
