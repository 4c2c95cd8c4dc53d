/** A 12345 case while its round is prepared: with the doors its address may mean, until one of them is said. */
import type {
  CaseDoor,
  CaseView,
  HotlineCase,
  ListedCase,
  readHotlineList,
  ResponseOf,
} from '@huhudao/protocol';

export type DraftCase = Omit<HotlineCase, 'householdId'> & {
  door: CaseDoor | null;
  /** Others to choose from. */
  doors: CaseDoor[];
};

/** Rows of a list that were not taken. */
export type SkippedRows = Omit<ResponseOf<typeof readHotlineList>, 'cases'>;

/** What a list says; a door is taken where there is no doubt. */
export const caseOfList = ({ sure, doors, ...one }: ListedCase): DraftCase => ({
  ...one,
  doors,
  door: sure ? (doors[0] ?? null) : null,
});

export const caseOfRound = ({ outcome: _, ...one }: CaseView): DraftCase => ({ ...one, doors: [] });

export const sentCase = ({ door, doors: _, ...one }: DraftCase): HotlineCase => ({
  ...one,
  householdId: door?.householdId ?? null,
});

/** Where the round goes: the communities of the doors that are known. */
export const communitiesOf = (cases: readonly DraftCase[]): string[] => [
  ...new Set(cases.flatMap(({ door }) => (door === null ? [] : [door.communityId]))),
];

export const withoutDoor = (cases: readonly DraftCase[]): DraftCase[] =>
  cases.filter(({ door }) => door === null);

/** A further list: numbers that are there already stay as they are. */
export function joined(cases: readonly DraftCase[], more: readonly DraftCase[]): DraftCase[] {
  const known = new Set(cases.map(({ number }) => number));
  return [...cases, ...more.filter(({ number }) => !known.has(number))];
}
