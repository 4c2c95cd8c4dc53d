import { appointmentRoutes } from './appointments/appointments.routes.ts';
import { addDistrict, closeEmptyAreas, createArea } from './areas/areas.commands.ts';
import { areaRoutes } from './areas/areas.routes.ts';
import { auditRoutes } from './audit/audit.routes.ts';
import { handOverRecords } from './audit/hand-over.ts';
import { tellBots } from './bots/bots.commands.ts';
import { botRoutes } from './bots/bots.routes.ts';
import { buildingRoutes } from './buildings/buildings.routes.ts';
import { calendarRoutes } from './calendars/calendars.routes.ts';
import { deviceRoutes } from './devices/devices.routes.ts';
import { doorNoticeRoutes } from './door-notices/door-notices.routes.ts';
import { householdRoutes } from './households/households.routes.ts';
import type { Demo } from './demo/demo.ts';
import type { Deps } from './http/deps.ts';
import type { Identities } from './http/identity.ts';
import type { RecordAppliers } from './http/records.ts';
import type { Route } from './http/route.ts';
import { issueRoutes } from './issues/issues.routes.ts';
import { reportIssues } from './issues/report-issues.ts';
import { importRoutes } from './imports/imports.routes.ts';
import { addPerson } from './people/people.commands.ts';
import type { StreetTx } from './http/transaction.ts';
import type { Announce } from './http/announce.ts';
import { announce as tellPeople, retract } from './notices/announce.ts';
import { noticeRoutes } from './notices/notices.routes.ts';
import { monitorRoutes } from './monitor/monitor.routes.ts';
import { peopleRoutes } from './people/people.routes.ts';
import { photoRoutes } from './photos/photos.routes.ts';
import { acceptPlans, cancelPlans, planVisits } from './plans/plans.commands.ts';
import { planRoutes } from './plans/plans.routes.ts';
import { progressSheetRoutes } from './progress-sheets/progress-sheets.routes.ts';
import { CompiledVersions } from './questionnaires/compiled-versions.ts';
import { questionnaireRoutes } from './questionnaires/questionnaires.routes.ts';
import type { CountCoverage } from './rates/overview.ts';
import { rateRoutes } from './rates/rates.routes.ts';
import { releaseAtClosing } from './rates/releases.commands.ts';
import { anonymousRoutes } from './responses/anonymous.routes.ts';
import { lookRoutes } from './responses/look.routes.ts';
import { recordOwnLinked, sealOwnAnonymous } from './responses/own-device.ts';
import { recordResponses, type ResponseWiring } from './responses/record-responses.ts';
import { openSealed } from './responses/sealed.commands.ts';
import { endWithRound, raiseFromResponses, raiseFromVisits } from './revisits/raise.ts';
import { recordRevisits } from './revisits/record-revisits.ts';
import { revisitRoutes } from './revisits/revisits.routes.ts';
import { ruleRoutes } from './revisits/rules.routes.ts';
import { endEverySession, endOfficeSessions, openSession } from './sessions/sessions.commands.ts';
import { sessionRoutes, viewSession } from './sessions/sessions.routes.ts';
import { setupRoutes } from './setup/setup.routes.ts';
import { countCoverage as countDoors } from './rounds/coverage.queries.ts';
import { roundRoutes } from './rounds/rounds.routes.ts';
import { findRound } from './rounds/rounds.queries.ts';
import { checkPurpose } from './rounds/round-purpose.ts';
import { readRound } from './rounds/visible-rounds.ts';
import { pullRoutes } from './sync/pull.routes.ts';
import { pushRoutes } from './sync/push.routes.ts';
import { healthRoutes } from './system/health.routes.ts';
import { householdGroupRoutes } from './stewards/household-groups.routes.ts';
import { noticeBoardRoutes } from './stewards/notice-boards.routes.ts';
import { selectionRoutes } from './selections/selections.routes.ts';
import { stewardRoutes } from './stewards/stewards.routes.ts';
import { replacementRoutes } from './teams/replacement.routes.ts';
import { teamRoutes } from './teams/teams.routes.ts';
import { mayCount, type StoreOwn } from './tickets/tickets.commands.ts';
import { ticketRoutes } from './tickets/tickets.routes.ts';
import { amendVisits } from './visits/amend-visits.ts';
import { recordVisits } from './visits/record-visits.ts';
import { visitRoutes } from './visits/visits.routes.ts';

/** What a few concepts need besides `Deps`. */
export type Wiring = { identities: Identities; demo: Demo; httpPort: () => number };

const wholeStreet = { by: 'community', only: null, gridId: null, buildingId: null } as const;

const countCoverage: CountCoverage = (db, streetId, roundId, communityIds) =>
  countDoors(db, streetId, roundId, { ...wholeStreet, communityIds });

/** People are told by their notices, and group chats by their bots. */
const announce: Announce = async (tx, announcement) => {
  await tellBots(tx, announcement);
  return tellPeople(tx, announcement);
};

/** Teams and offices are told that a round was opened or closed. */
const tellOf = (kind: 'roundOpened' | 'roundClosed') => async (tx: StreetTx, roundId: string) => {
  const [round] = await findRound(tx.sql, tx.streetId, roundId);
  if (round === undefined) return;
  const { teamIds, deadline } = round;
  await announce(tx, { kind, roundId, teamIds, offices: true, facts: { deadline } });
};

/** What is printed, and what is written for it. */
const paperRoutes: readonly Route[] = [...noticeBoardRoutes, ...doorNoticeRoutes, ...progressSheetRoutes];

/** Every route, concept by concept. What one concept needs of another is handed to it here. */
export function routes({ identities, demo, httpPort }: Wiring): readonly Route[] {
  const versions = new CompiledVersions();
  const responding = { versions, raiseRevisits: raiseFromResponses, mayCount };
  const setup = {
    addDistrict,
    addPerson,
    openSession,
    viewSession: (deps: Deps, token: string) => viewSession(deps, identities, token),
    demo,
    httpPort,
  };
  return [
    ...setupRoutes(setup),
    ...sessionRoutes({ identities }),
    ...areaRoutes,
    ...peopleRoutes({ identities, endOfficeSessions, endEverySession }),
    ...deviceRoutes({ identities }),
    ...auditRoutes,
    ...healthRoutes,
    ...householdRoutes,
    ...buildingRoutes,
    ...stewardRoutes,
    ...calendarRoutes,
    ...householdGroupRoutes,
    ...importRoutes({ addArea: createArea.run, closeEmptyAreas }),
    ...teamRoutes,
    ...replacementRoutes(announce),
    ...questionnaireRoutes,
    ...visitRoutes,
    ...lookRoutes,
    ...revisitRoutes,
    ...ruleRoutes(versions),
    ...roundRoutes({ closing: closingOf(versions, responding), tellOpened: tellOf('roundOpened') }),
    ...selectionRoutes,
    ...monitorRoutes({ readRound, checkPurpose, announce }),
    ...noticeRoutes,
    ...botRoutes,
    ...issueRoutes,
    ...photoRoutes,
    ...rateRoutes({ versions, countCoverage }),
    ...planRoutes({ announce, retract }),
    ...paperRoutes,
    ...pushRoutes(appliersOf(responding)),
    ...anonymousRoutes(responding),
    ...ticketRoutes(storeOwn(responding)),
    ...appointmentRoutes(announce),
    ...pullRoutes,
  ];
}

/** What closing a round means for other concepts. */
const closingOf = (versions: CompiledVersions, responding: ResponseWiring) => ({
  openSealed: (tx: StreetTx, roundId: string) => openSealed(tx, roundId, responding),
  endRevisits: endWithRound,
  lastly: [releaseAtClosing(versions), tellOf('roundClosed')],
});

/** What applies the records of each kind that tablets push. */
const appliersOf = (responding: ResponseWiring): RecordAppliers => ({
  recordVisit: recordVisits({ versions: responding.versions, afterVisits: raiseFromVisits }),
  recordResponse: recordResponses(responding, 'visitor'),
  amendVisit: amendVisits(responding.versions),
  planVisit: planVisits({ announce, retract }),
  cancelPlan: cancelPlans({ announce, retract }),
  acceptPlan: acceptPlans({ announce, retract }),
  recordRevisit: recordRevisits,
  handOverRecord: handOverRecords,
  reportIssue: reportIssues,
});

/** A response from a resident’s own phone goes where its mode belongs. */
function storeOwn(responding: ResponseWiring): StoreOwn {
  const recordLinked = recordOwnLinked(responding);
  return (tx, { as, communityId, ...given }) => {
    if (as.mode === 'anonymous') return sealOwnAnonymous(tx, responding.versions, { ...given, communityId });
    const { mode: identityMode, householdId, consentedAt, sentAt } = as;
    return recordLinked(tx, { ...given, identityMode, householdId, consentedAt, sentAt });
  };
}
