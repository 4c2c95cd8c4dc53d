import type { Protection } from './protections.ts';

/** What keeps an assessor's round from everybody else. */
export const protectionsOfAssessors: Protection[] = [
  {
    name: 'assessors’ rounds kept off the list',
    file: 'apps/api/src/rounds/rounds.queries.ts',
    off: [{ from: '(${unreleased} or ${isVisible(db)}', to: '(true or ${isVisible(db)}' }],
    guard: {
      project: 'pg',
      file: 'apps/api/src/rounds/assessed-round.pg.test.ts',
      title: 'is nowhere while it is a draft',
    },
    red: /communityOffice, listRounds/,
  },
  {
    name: 'names assessors’ rounds take from nobody',
    file: 'apps/api/src/rounds/rounds.queries.ts',
    off: [{ from: '    and (assessor_id is null) = ${assessorId === null}', to: '' }],
    guard: {
      project: 'pg',
      file: 'apps/api/src/rounds/assessed-round.pg.test.ts',
      title: 'is nowhere while it is a draft',
    },
    red: /roundNameTaken/,
  },
  {
    name: 'assessors’ teams kept off the list',
    file: 'apps/api/src/teams/teams.queries.ts',
    off: [{ from: '    and t.round_id is null\n', to: '' }],
    guard: {
      project: 'pg',
      file: 'apps/api/src/rounds/assessed-round.pg.test.ts',
      title: 'is nowhere once its sample is drawn',
    },
    red: /communityOffice, listTeams/,
  },
  {
    name: 'assessors’ visits without consequence',
    file: 'apps/api/src/visits/record-visits.ts',
    off: [{ from: '?.assessed === false', to: ' !== undefined' }],
    guard: {
      project: 'pg',
      file: 'apps/api/src/rounds/assessed-round.pg.test.ts',
      title: 'leaves nothing anywhere when its doors are visited',
    },
    red: /communityOffice, listProposals/,
  },
  {
    name: 'assessors’ responses without consequence',
    file: 'apps/api/src/responses/record-responses.ts',
    off: [{ from: '?.assessed === false', to: ' !== undefined' }],
    guard: {
      project: 'pg',
      file: 'apps/api/src/rounds/assessed-round.pg.test.ts',
      title: 'leaves nothing anywhere when its doors are visited',
    },
    red: /readStairwell/,
  },
  {
    name: 'assessors’ records kept off the list',
    file: 'apps/api/src/audit/quarantine.queries.ts',
    off: [{ from: ' and not ${tellsOfUnreleased(db)}\n    order', to: '\n    order' }],
    guard: {
      project: 'pg',
      file: 'apps/api/src/rounds/assessed-round.pg.test.ts',
      title: 'leaves nothing anywhere when its doors are visited',
    },
    red: /streetOffice, listQuarantine/,
  },
  {
    name: 'assessors’ visits kept off the ledger',
    file: 'apps/api/src/visits/visits.queries.ts',
    off: [
      {
        from: '    and (r.assessor_id is null or r.released_at is not null or r.assessor_id = ${viewerId})',
        to: '',
      },
    ],
    guard: {
      project: 'pg',
      file: 'apps/api/src/rounds/assessed-round.pg.test.ts',
      title: 'leaves nothing anywhere when its doors are visited',
    },
    red: /communityOffice, listVisits/,
  },
  {
    name: 'assessors’ rounds unknown to senders',
    file: 'apps/api/src/http/rounds.queries.ts',
    off: [{ from: '(r.assessor_id is null or r.released_at', to: '(true or r.released_at' }],
    guard: {
      project: 'pg',
      file: 'apps/api/src/rounds/assessed-round.pg.test.ts',
      title: 'answers who knows its ids',
    },
    red: /worker, issueTickets/,
  },
];
