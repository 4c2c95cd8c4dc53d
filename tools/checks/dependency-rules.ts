import type { IForbiddenRuleType } from 'dependency-cruiser';

/**
 * The dependency rule: imports point down only. For each package, the packages it may import.
 * What is not listed is forbidden. The apps may import every package except the test kit.
 */
const below: Record<string, string[]> = {
  domain: [],
  statistics: [],
  protocol: ['domain', 'statistics'],
  questionnaire: ['domain', 'statistics', 'protocol'],
  outbox: ['domain', 'statistics', 'protocol'],
  db: ['domain', 'statistics', 'protocol'],
  ui: ['domain', 'statistics', 'protocol', 'questionnaire'],
};

const tests = '[.](test|testing|fixture|setup)[.]tsx?$|/testing/|^packages/testkit/|^tests/|^tools/';

/** Folders of the API that every concept stands on, and that know none of them. */
const foundations = 'documents|exports|http|spreadsheets|system|text';

const layers: IForbiddenRuleType[] = Object.entries(below).map(([name, allowed]) => ({
  name: `${name} imports ${allowed.length === 0 ? 'nothing of ours' : `only ${allowed.join(', ')}`}`,
  severity: 'error',
  from: { path: `^packages/${name}/`, pathNot: tests },
  to: { path: '^(packages|apps|tools|tests)/', pathNot: `^packages/(${[name, ...allowed].join('|')})/` },
}));

const apps: IForbiddenRuleType[] = [
  {
    name: 'an app never imports an app',
    severity: 'error',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'an API concept never imports a sibling (app.ts wires them)',
    severity: 'error',
    from: { path: `^apps/api/src/(?!(?:${foundations}|testing)/)([^/]+)/`, pathNot: tests },
    to: { path: '^apps/api/src/[^/]+/', pathNot: `^apps/api/src/($1|${foundations})/` },
  },
  {
    name: 'the foundations of the API know no concept',
    severity: 'error',
    from: { path: `^apps/api/src/(${foundations})/`, pathNot: tests },
    to: { path: '^apps/api/src/[^/]+/', pathNot: `^apps/api/src/(${foundations})/` },
  },
];

const general: IForbiddenRuleType[] = [
  {
    name: 'the product imports no tests and no tools',
    severity: 'error',
    from: { path: '^(apps|packages)/', pathNot: `${tests}|[.]config[.]ts$` },
    to: { path: tests },
  },
  {
    name: 'no import leads in a circle',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  { name: 'every import leads somewhere', severity: 'error', from: {}, to: { couldNotResolve: true } },
];

/** Third-party bulk that one place hides from the rest. */
const quarantined: [library: string, place: string][] = [
  ['survey-core', 'packages/(questionnaire|ui)/'],
  ['survey-react-ui', 'packages/ui/'],
  ['hucre', 'apps/api/src/spreadsheets/'],
  ['@myriaddreamin', 'apps/api/src/documents/'],
];

const quarantines: IForbiddenRuleType[] = quarantined.map(([library, place]) => ({
  name: `${library} is imported only in ${place}`,
  severity: 'error',
  from: { path: '^(apps|packages)/', pathNot: `${tests}|^${place}` },
  to: { path: `node_modules/${library}/` },
}));

export const dependencyRules: IForbiddenRuleType[] = [...layers, ...apps, ...general, ...quarantines];
