/** How long the first page of the office waits for its figures: requests one after the other, over HTTP. */
import { quantile } from '../figures/median.ts';
import { table, targetTable } from '../figures/table.ts';
import { countResponses } from '../world/grow.queries.ts';
import { signInToOffice } from '../world/sign-in.ts';
import type { World } from '../world/world.ts';
import { listAreas } from '../world/world.queries.ts';

type Timings = { name: string; times: number[] };

export async function measureOverview(world: World, quick: boolean): Promise<string[]> {
  const { product, floor, sql } = world;
  const requests = quick ? 64 : 320;
  const cookie = await signInToOffice(product.origin, 'visitor-1');
  const areas = await listAreas(sql);
  const pages = (kind: string): string[] =>
    areas
      .filter((area) => area.kind === kind)
      .map((area) => `${product.origin}/api/areas/${area.id}/overview`);
  const measured: Timings[] = [
    {
      name: 'bare endpoint that selects one number',
      times: await time([new URL('/one', floor.url).href], '', requests),
    },
    { name: 'overview of a community', times: await time(pages('community'), cookie, requests) },
    { name: 'overview of a street', times: await time(pages('street'), cookie, requests) },
    {
      name: 'overview of the district, 32 streets',
      times: await time(pages('district'), cookie, requests / 8),
    },
  ];
  const responses = (await countResponses(sql))[0]?.count ?? 0;
  const street = measured.find(({ name }) => name === 'overview of a street');
  const what = `overview of a street at ${responses.toLocaleString('en')} responses, p95 in ms`;
  return [
    ...targetTable([{ what, value: quantile(street?.times ?? [], 0.95), digits: 1, wanted: '≤', bound: 20 }]),
    '',
    ...table(['', 'requests', 'p50 ms', 'p95 ms', 'longest ms'], measured.map(row)),
  ];
}

const row = ({ name, times }: Timings): string[] => [
  name,
  String(times.length),
  ...[0.5, 0.95, 1].map((share) => quantile(times, share).toFixed(1)),
];

/** Milliseconds of each request; every page was asked for once before. */
async function time(urls: readonly string[], cookie: string, count: number): Promise<number[]> {
  const ask = async (url: string): Promise<number> => {
    const started = performance.now();
    const response = await fetch(url, { headers: { Cookie: cookie } });
    await response.text();
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    return performance.now() - started;
  };
  for (const url of urls) await ask(url);
  const times: number[] = [];
  for (let index = 0; index < count; index++) times.push(await ask(urls[index % urls.length] ?? ''));
  return times;
}
