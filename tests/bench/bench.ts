/**
 * `npm run bench -- [push] [growth] [overview] [coverage] [import] [tablet] [field] [plan] [quick]`: the parts named, or
 * all of them, into docs/benchmarks.md; `scale` only where it is named. `quick` takes fewer rounds and less data, and leaves
 * the file as it is.
 */
import { writeSection } from './figures/benchmarks-file.ts';
import { describeMachine } from './figures/machine.ts';
import { measureCoverage } from './parts/coverage.ts';
import { measureDistrict } from './parts/district.ts';
import { measureField } from './parts/field.ts';
import { measureImport } from './parts/import.ts';
import { measurePlan } from './parts/plan.ts';
import { measurePush } from './parts/push.ts';
import { measureScale } from './parts/scale.ts';
import { measureTablet } from './parts/tablet.ts';

const partNames = [
  'push',
  'growth',
  'overview',
  'coverage',
  'import',
  'tablet',
  'field',
  'plan',
  'scale',
] as const;
type PartName = (typeof partNames)[number];

const words = process.argv.slice(2).map((word) => word.replace(/^--/, ''));
const unknown = words.filter((word) => word !== 'quick' && !partNames.some((name) => name === word));
if (unknown.length > 0) {
  console.error(
    `no part of the benchmark: ${unknown.join(', ')}; there are ${partNames.join(', ')} and quick`,
  );
  process.exit(1);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

const quick = words.includes('quick');
const isAsked = (name: PartName): boolean => words.includes(name) || words.every((word) => word === 'quick');

function report(name: PartName, lines: readonly string[]): void {
  const all = [...lines, '', describeMachine()];
  console.log(`\n# ${name}\n${all.join('\n')}\n`);
  if (!quick) writeSection(name, all);
}

if (isAsked('push')) report('push', await measurePush(quick));
if (isAsked('growth') || isAsked('overview')) {
  const wanted = { growth: isAsked('growth'), overview: isAsked('overview') };
  const { growth, overview } = await measureDistrict(quick, wanted);
  if (growth !== undefined) report('growth', growth);
  if (overview !== undefined) report('overview', overview);
}
if (isAsked('coverage')) report('coverage', await measureCoverage(quick));
if (isAsked('import')) report('import', await measureImport(quick));
if (isAsked('tablet')) report('tablet', await measureTablet(quick));
if (isAsked('field')) report('field', await measureField(quick));
if (isAsked('plan')) report('plan', await measurePlan(quick));
// Hours and a disk for it are not what somebody expects who names nothing.
if (words.includes('scale')) report('scale', await measureScale(quick));
