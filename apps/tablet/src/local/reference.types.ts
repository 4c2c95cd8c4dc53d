import type { PulledPlanning, PullResponse } from '@huhudao/protocol';

export type Round = PullResponse['rounds'][number];
export type Team = PullResponse['teams'][number];
export type Stairwell = PullResponse['stairwells'][number];
export type Household = PullResponse['households'][number];
export type Assignment = PullResponse['assignments'][number];
export type Plan = PullResponse['plans'][number];
export type Busy = PullResponse['busy'][number];
export type Issue = PullResponse['issues'][number];
export type Notice = PullResponse['notices'][number];
export type Revisit = PullResponse['revisits'][number];

/** What the server last told about a street: my rounds and doors, replaceable at any time. */
export type StreetReference = {
  streetId: string;
  cursor: string;
  /** The server's clock at the last pull, ISO 8601. */
  serverTime: string;
  rounds: Round[];
  teams: Team[];
  stairwells: Stairwell[];
  households: Household[];
  assignments: Assignment[];
  plans: Plan[];
  /** Hours in which teams I may plan for are elsewhere. */
  busy: Busy[];
  /** What plans are suggested from; none, or the one that was told last. */
  planning: PulledPlanning[];
  revisits: Revisit[];
  /** Open ones at my teams’ doors. */
  issues: Issue[];
};
