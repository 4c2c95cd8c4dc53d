import { createRouter } from '@tanstack/react-router';
import { auditRoute } from '../features/audit/audit.routes.ts';
import { botsRoute } from '../features/bots/bots.routes.ts';
import { communitiesRoute, communityRoute } from '../features/communities/communities.routes.ts';
import { compareRoute } from '../features/comparisons/comparisons.routes.ts';
import { householdsRoute } from '../features/households/households.routes.ts';
import { importRoute, importsRoute } from '../features/imports/imports.routes.ts';
import { issuesRoute } from '../features/issues/issues.routes.ts';
import { methodsRoute } from '../features/methods/methods.routes.ts';
import { overviewRoute } from '../features/overview/overview.routes.ts';
import { peopleRoute } from '../features/people/people.routes.ts';
import { programmesRoute } from '../features/programmes/programmes.routes.ts';
import { progressRoute } from '../features/progress/progress.routes.ts';
import { quarantineRoute } from '../features/quarantine/quarantine.routes.ts';
import {
  draftRoute,
  questionnairesRoute,
  versionRoute,
} from '../features/questionnaires/questionnaires.routes.ts';
import { revisitsRoute, rulesRoute } from '../features/revisits/revisits.routes.ts';
import { editRoundRoute, newRoundRoute, roundRoute, roundsRoute } from '../features/rounds/rounds.routes.ts';
import { stewardsRoute } from '../features/stewards/stewards.routes.ts';
import { visitsRoute } from '../features/visits/visits.routes.ts';
import { BrokenPage } from './broken.page.tsx';
import { rootRoute } from './root.route.tsx';

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    auditRoute,
    botsRoute,
    communitiesRoute,
    communityRoute,
    compareRoute,
    draftRoute,
    editRoundRoute,
    householdsRoute,
    importRoute,
    importsRoute,
    issuesRoute,
    methodsRoute,
    newRoundRoute,
    overviewRoute,
    peopleRoute,
    programmesRoute,
    progressRoute,
    quarantineRoute,
    questionnairesRoute,
    revisitsRoute,
    roundRoute,
    roundsRoute,
    rulesRoute,
    stewardsRoute,
    versionRoute,
    visitsRoute,
  ]),
  defaultPreload: false,
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
