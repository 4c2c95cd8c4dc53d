import type { z } from 'zod';
import type { Purpose, RoundWindow, TimeWindow } from '@huhudao/domain';
import { roundBody, type QuestionnaireView, type RoundView } from '@huhudao/protocol';
import { addDays } from '@huhudao/domain';
import { today } from '@huhudao/ui';
import { sentCase, withoutDoor, type DraftCase } from './hotline/draft-case.ts';

/** What a round may be made for here: everything else follows in later versions. */
export const plannablePurposes = ['coverage', 'measurement', 'hotline'] as const satisfies readonly Purpose[];

/** A round while somebody fills in its form: anything may still be missing. */
export type RoundDraft = {
  name: string;
  purpose: Purpose | null;
  communityIds: string[];
  /** Grids, buildings and stairwells of communities that do not take part as a whole. */
  parts: Record<string, string[]>;
  /** Households to draw in each community; measurement only. */
  sampleSizes: Record<string, number>;
  /** Kept as it is: small samples drawn with the main one and kept back; measurement only. */
  reserves?: RoundView['scope']['reserves'];
  /** One adult of each household answers, found by this rule; whoever opens may where there is none; measurement only. */
  adults?: RoundView['scope']['adults'];
  /** Cases that are gone back to; hotline only. */
  cases: DraftCase[];
  /** Whose round it is, where it is an assessor's: it brings its own team. */
  assessorId: string | null;
  questionnaireHash: string | null;
  visitFormHash: string | null;
  teamIds: string[];
  startsOn: string | null;
  deadline: string | null;
  attemptsWanted: number;
  /** When teams go from door to door; the usual hours where there are none. */
  windows: RoundWindow[];
  quiet: TimeWindow[];
  statement: string;
  materials: string[];
};

export const emptyDraft = (): RoundDraft => ({
  name: '',
  purpose: null,
  communityIds: [],
  parts: {},
  sampleSizes: {},
  cases: [],
  assessorId: null,
  questionnaireHash: null,
  visitFormHash: null,
  teamIds: [],
  startsOn: today(),
  deadline: addDays(today(), 21),
  attemptsWanted: 3,
  windows: [],
  quiet: [],
  statement: '',
  materials: [],
});

/** All but the cases, which are read by themselves. */
export function draftOf(round: RoundView): RoundDraft {
  const { name, purpose, startsOn, deadline, attemptsWanted, statement, materials, teamIds } = round;
  const { questionnaireHash, visitFormHash, scope, assessorId, windows, quiet } = round;
  return {
    ...{ name, purpose, startsOn, deadline, attemptsWanted, statement, materials, teamIds },
    ...{ questionnaireHash, visitFormHash, assessorId, windows, quiet },
    communityIds: scope.communityIds,
    parts: scope.parts ?? {},
    sampleSizes: scope.sampleSizes ?? {},
    reserves: scope.reserves,
    adults: scope.adults,
    cases: [],
  };
}

/**
 * The visit form a round begins with until somebody chooses: the newest version of what was published last. One
 * comes with the product.
 */
export function usualVisitForm(forms: readonly QuestionnaireView[]): string | null {
  const versions = forms
    .filter((one) => one.kind === 'visitForm')
    .flatMap((one) => one.versions.filter((version) => !version.retired))
    .toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt) || b.number - a.number);
  return versions[0]?.hash ?? null;
}

/** The parts of the form, in order; what is missing is told by part. */
export const roundSteps = ['purpose', 'scope', 'forms', 'teams', 'dates', 'check'] as const;
export type RoundStep = (typeof roundSteps)[number];

export type Missing =
  | Gap
  | { step: 'teams'; what: 'communityTeams'; names: string }
  | { step: 'scope'; what: 'belowGrid'; names: string };

type Gap = {
  step: RoundStep;
  what:
    | 'name'
    | 'purpose'
    | 'communities'
    | 'cases'
    | 'caseDoors'
    | 'sampleSizes'
    | 'questionnaire'
    | 'visitForm'
    | 'teams'
    | 'dates'
    | 'statement';
};

/**
 * What still has to be filled in. Without a statement, and a team in each community, a draft can be saved, but not opened.
 * `withoutTeam` names the communities that have none, `belowGrid` those of which less than a grid would be asked.
 */
export function missingIn(
  draft: RoundDraft,
  { withoutTeam = null, belowGrid = null }: { withoutTeam?: string | null; belowGrid?: string | null } = {},
): Missing[] {
  const measured = draft.purpose === 'measurement';
  const checks: [boolean, Gap][] = [
    [draft.name.trim() === '', { step: 'purpose', what: 'name' }],
    [draft.purpose === null, { step: 'purpose', what: 'purpose' }],
    ...(draft.purpose === 'hotline'
      ? casesMissing(draft)
      : [[draft.communityIds.length === 0, { step: 'scope', what: 'communities' }] as [boolean, Gap]]),
    [
      measured && draft.communityIds.some((id) => (draft.sampleSizes[id] ?? 0) < 1),
      { step: 'scope', what: 'sampleSizes' },
    ],
    [measured && draft.questionnaireHash === null, { step: 'forms', what: 'questionnaire' }],
    [draft.visitFormHash === null, { step: 'forms', what: 'visitForm' }],
    [datesWrong(draft), { step: 'dates', what: 'dates' }],
    [draft.teamIds.length === 0 && !isAssessed(draft), { step: 'teams', what: 'teams' }],
    [draft.statement.trim() === '', { step: 'dates', what: 'statement' }],
  ];
  const gaps: Missing[] = checks.filter(([is]) => is).map(([, missing]) => missing);
  if (belowGrid !== null) gaps.push({ step: 'scope', what: 'belowGrid', names: belowGrid });
  if (withoutTeam === null || draft.teamIds.length === 0 || isAssessed(draft)) return gaps;
  return [...gaps, { step: 'teams', what: 'communityTeams', names: withoutTeam }];
}

/** A draft is saved with one door at least, and opened when each case has one. */
const casesMissing = ({ cases }: RoundDraft): [boolean, Gap][] => [
  [cases.length === 0, { step: 'scope', what: 'cases' }],
  [withoutDoor(cases).length > 0, { step: 'scope', what: 'caseDoors' }],
];

/** Only a measurement is an assessor's; who was chosen is kept while somebody looks at the other purposes. */
export const isAssessed = ({ purpose, assessorId }: RoundDraft): boolean =>
  purpose === 'measurement' && assessorId !== null;

function datesWrong({ startsOn, deadline }: RoundDraft): boolean {
  return startsOn === null || deadline === null || deadline < startsOn;
}

/** The draft as it is sent; undefined while something is missing that every draft needs. */
export function bodyOf(draft: RoundDraft): z.input<typeof roundBody> | undefined {
  const sizes = draft.communityIds.flatMap((id) => {
    const size = draft.sampleSizes[id];
    return size === undefined ? [] : [[id, size] as const];
  });
  const measured = draft.purpose === 'measurement';
  const hotline = draft.purpose === 'hotline';
  const { communityIds, parts, sampleSizes: _, reserves, adults, cases, ...rest } = draft;
  const assessed = isAssessed(draft);
  const body = {
    ...rest,
    ...(hotline ? { questionnaireHash: null, cases: cases.map(sentCase) } : {}),
    teamIds: assessed ? [] : draft.teamIds,
    assessorId: assessed ? draft.assessorId : null,
    scope: {
      communityIds,
      ...(hotline || Object.keys(parts).length === 0 ? {} : { parts }),
      ...(measured
        ? {
            sampleSizes: Object.fromEntries(sizes),
            ...(reserves ? { reserves } : {}),
            ...(adults ? { adults } : {}),
          }
        : {}),
    },
  };
  const parsed = roundBody.safeParse(body);
  return parsed.success ? parsed.data : undefined;
}
