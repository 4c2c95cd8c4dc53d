/**
 * The R script of the methods page, run by R with the survey package, makes the page's figures again to 1e-6. Needs
 * `Rscript` with `survey` (Debian: r-cran-survey); without them it says so and is skipped.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { indicators } from '@huhudao/domain';
import { readMethods, type ResponseOf } from '@huhudao/protocol';
import { startRatedStreet, type RatedStreet } from '../../apps/api/src/rates/rated-street.testing.ts';
import { remakable } from '../../apps/office/src/features/methods/remakable.ts';
import { remakeScript } from '../../apps/office/src/features/methods/remake-script.ts';

const hasSurvey = spawnSync('Rscript', ['-e', 'library(survey)']).status === 0;
if (!hasSurvey) console.log('tests/remake is skipped: this machine has no Rscript with the package survey');

let rated: RatedStreet;
let folder: string;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huhudao-remake-'));
  rated = await startRatedStreet();
  await answer('liuyin', [70, 23, 19]);
  await answer('nanqiao', [41, 16, 13]);
  await rated.release();
});
afterAll(async () => {
  fs.rmSync(folder, { recursive: true });
  await rated.api.stop();
});

/** So many who agree, who do not, and who cannot say, which is outside the base of satisfaction. */
async function answer(community: 'liuyin' | 'nanqiao', [yes, no, unsure]: [number, number, number]) {
  const said = (knowsCampaign: string, overallSatisfaction: string, supportsEffort: string) => ({
    knowsCampaign,
    overallSatisfaction,
    supportsEffort,
  });
  await rated.answer(community, yes, said('know', 'satisfied', 'support'));
  await rated.answer(community, no, said('dontKnow', 'dissatisfied', 'oppose'));
  await rated.answer(community, unsure, said('heardOf', 'cannotSay', 'indifferent'));
}

type Methods = ResponseOf<typeof readMethods>;
const areas = () => [
  rated.street.streetId,
  rated.street.communities.liuyin,
  rated.street.communities.nanqiao,
];
const methods = (areaId: string, indicator: (typeof indicators)[number]): Promise<Methods> =>
  rated.readers.street.call(readMethods, { params: { areaId }, query: { indicator } });

function runR(script: string): { ok: boolean; said: string } {
  const file = path.join(folder, 'remake.R');
  fs.writeFileSync(file, script);
  const { status, stdout, stderr } = spawnSync('Rscript', [file], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  return { ok: status === 0, said: stdout + stderr };
}

async function scriptsOf(indicator: (typeof indicators)[number]): Promise<string[]> {
  const scripts: string[] = [];
  for (const areaId of areas()) {
    const made = await methods(areaId, indicator);
    const figures = remakable(made);
    if (figures === null || figures.printed === null) continue;
    scripts.push(remakeScript(`柳"荫\\ ${indicator}`, figures));
  }
  return scripts;
}

describe.skipIf(!hasSurvey)('R makes the printed figures again', () => {
  test.each(['awareness', 'satisfaction', 'support'] as const)(
    'of %s, of a street and its communities',
    async (indicator) => {
      const scripts = await scriptsOf(indicator);
      expect(scripts).toHaveLength(3);
      for (const script of scripts) {
        const { ok, said } = runR(script);
        expect(ok, said).toBe(true);
        expect(said).toContain('printed');
      }
    },
  );

  test('and stops where a figure is not the printed one', async () => {
    const [script = ''] = await scriptsOf('support');
    const changed = script.replace(
      /^printed <- c\(([\d.]+)/m,
      (_, value) => `printed <- c(${Number(value) + 0.001}`,
    );
    expect(changed).not.toBe(script);
    expect(runR(changed).ok).toBe(false);
  });
});
