/** What the offices do between the rounds: targets, revisits brought to an end, occupancies put right. */
import { addDays, dayOf, instantOf, type Indicator } from '@huhudao/domain';
import {
  decideProposal,
  handleRevisit,
  listProposals,
  listRevisits,
  setTarget,
  type CallOf,
  type RevisitView,
} from '@huhudao/protocol';
import type { DemoUser } from './demo-client.ts';
import type { DemoStreet } from './demo-rounds.ts';
import type { Dice } from './dice.ts';

type Handling = CallOf<typeof handleRevisit>['body'];

const targets: Record<Indicator, number> = {
  awareness: 0.85,
  participation: 0.6,
  support: 0.9,
  satisfaction: 0.85,
};

const causes = ['居民不清楚反映渠道', '物业处理不及时', '几户意见不一致', '设施老化', '此前没有人回复'];
const explanations = ['当面说明了处理进度', '请物业到场解释', '带居民看了现场', '把联系电话留给了居民'];

/** The same for every community. */
export async function setTargets(district: DemoUser): Promise<void> {
  for (const indicator of Object.keys(targets) as Indicator[])
    await district.call(setTarget, { params: { indicator }, body: { target: targets[indicator] } });
}

/** A week after a round most of what it raised has been looked into. */
export async function followUp(street: DemoStreet, deadline: string): Promise<void> {
  const { demo, office, streetId, dice } = street;
  demo.clock.now = new Date(instantOf(addDays(deadline, 8), '16:30'));
  for (const revisit of await waiting(street))
    if (dice.chance(0.85)) await handle(street, revisit, endOf(dice));
  const params = { areaId: streetId };
  for (const { id: proposalId } of await office.call(listProposals, { params }))
    if (dice.chance(0.9))
      await office.call(decideProposal, {
        params: { ...params, proposalId },
        body: { accept: dice.chance(0.85) },
      });
}

/** Of what the round under way has raised, a third has a day. */
export async function planRevisits(street: DemoStreet): Promise<void> {
  const { demo, dice } = street;
  const today = dayOf(demo.clock.now.toISOString());
  for (const revisit of await waiting(street))
    if (dice.chance(0.33))
      await handle(street, revisit, { state: 'planned', plannedOn: addDays(today, dice.between(1, 5)) });
}

async function waiting({ office, streetId }: DemoStreet): Promise<RevisitView[]> {
  const query = { state: 'waiting' as const, limit: 500 };
  return (await office.call(listRevisits, { params: { areaId: streetId }, query })).items;
}

async function handle({ office, streetId }: DemoStreet, { id }: RevisitView, body: Handling): Promise<void> {
  await office.call(handleRevisit, { params: { areaId: streetId, revisitId: id }, body });
}

function endOf(dice: Dice): Handling {
  const state = dice.weighted({ resolved: 78, unresolved: 14, declined: 8 });
  return { state, cause: dice.pick(causes), explanation: dice.pick(explanations) };
}
