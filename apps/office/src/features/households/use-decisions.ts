import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  call,
  decideProposal,
  listHouseholds,
  listProposals,
  readOverview,
  type Endpoint,
} from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { transport } from '../../api/client.ts';

type Decisions = { ids: readonly string[]; accept: boolean };

const refreshed: readonly Endpoint[] = [listProposals, listHouseholds, readOverview];

/** Decides proposals one after the other; what was decided before one failed stays decided. */
export function useDecisions() {
  const client = useQueryClient();
  const { area } = useArea();
  return useMutation<void, Error, Decisions>({
    mutationKey: [decideProposal.name],
    mutationFn: async ({ ids, accept }) => {
      for (const proposalId of ids)
        await call(transport, decideProposal, { params: { areaId: area.id, proposalId }, body: { accept } });
    },
    onSettled: async () => {
      await Promise.all(refreshed.map(({ name }) => client.invalidateQueries({ queryKey: [name] })));
    },
  });
}
