/** What the office refuses: records that a good tablet would not send. */
import type { Page, Route } from 'playwright-core';
import { call, newId, push, signInDevice, type Transport } from '@huhudao/protocol';
import { demoPassword } from '../../apps/api/src/demo/demo-people.ts';

type Round = { streetId: string; roundId: string; formHash: string };

/** Leaves records on hold: a visit at a door that nobody knows, a plan that is none, and something unheard of. */
export async function addRefused(origin: string, round: Round): Promise<void> {
  const credentials = { login: 'wangge', password: demoPassword };
  const body = { ...credentials, deviceId: newId(), deviceName: '柳荫社区 5号平板' };
  const { credential } = await call({ origin, fetch }, signInDevice, { body });
  const tablet: Transport = { origin, fetch, headers: () => ({ Authorization: `Bearer ${credential}` }) };
  const now = new Date().toISOString();
  const visit = {
    ...{ roundId: round.roundId, householdId: newId(), outcome: 'notHome', present: [], companionIds: [] },
    ...{ formHash: round.formHash, formAnswers: {}, topics: [] },
  };
  const mutations = [
    { kind: 'recordVisit', payload: visit },
    { kind: 'planVisit', payload: {} },
    { kind: 'greeting', payload: {} },
  ].map((one, index) => ({ id: newId(), sequence: index + 1, deviceTime: now, ...one }));
  await call(tablet, push, {
    body: { streetId: round.streetId, sentAt: now, unsent: 0, oldestUnsentAt: null, mutations },
  });
}

const spoiled = '**/api/sync/{push,sealed}';

/** Spoils what a tablet sends on its way, so that the office refuses it. */
export async function spoil(page: Page): Promise<void> {
  await page.context().route(spoiled, async (route) => await spoilOne(route));
}

/** Lets everything through again as it is. */
export async function spoilNoMore(page: Page): Promise<void> {
  await page.context().unroute(spoiled);
}

/** A choice that the visit form does not have; a box that nothing opens. */
async function spoilOne(route: Route): Promise<void> {
  const text = route.request().postData() ?? '';
  const postData = text
    .replaceAll('"formAnswers":{', '"formAnswers":{"materials":["unheard"],')
    .replaceAll('"materials":["unheard"],}', '"materials":["unheard"]}')
    .replaceAll(/"box":"[^"]+"/g, '"box":"AAAA"');
  await route.continue({ postData });
}
