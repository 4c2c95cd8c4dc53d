import { Visitor } from '@swc/core/Visitor.js';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { CheckBroken, type Check } from './check.ts';
import { dependencyRules } from './dependency-rules.ts';
import { sourceFolders } from './source-files.ts';

/** With a parser that reads nothing, dependency-cruiser sees no modules and is content. */
const fewestModules = 50;

/** Imports follow the dependency rule (dependency-rules.ts). */
export const dependencies: Check = {
  name: 'dependencies',
  find: async (root) => {
    const { modules, summary } = await cruiseFrom(root);
    const ours = modules.filter(({ source }) => /^(apps|packages)\//.test(source));
    if (ours.length < fewestModules)
      throw new CheckBroken(`dependency-cruiser saw only ${ours.length} modules`);
    return summary.violations.map(({ from, to, rule, cycle }) => {
      const way = cycle ? [from, ...cycle.map(({ name }) => name)].join(' → ') : `→ ${to}`;
      return { file: from, message: `${way}: ${rule.name}` };
    });
  },
};

async function cruiseFrom(root: string): Promise<ICruiseResult> {
  teachUsingDeclarations();
  const { output } = await cruise(sourceFolders(root), {
    baseDir: root,
    parser: 'swc',
    tsPreCompilationDeps: true,
    exclude: { path: '(^|/)(dist|generated|fixtures)/' },
    doNotFollow: { path: 'node_modules' },
    ruleSet: { forbidden: dependencyRules },
    validate: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  });
  if (typeof output === 'string') throw new CheckBroken(output);
  return output;
}

const visitStatement = Visitor.prototype.visitStatement;

/** The walker of @swc/core, which dependency-cruiser uses, gives up at `using` and `await using`. */
function teachUsingDeclarations(): void {
  Visitor.prototype.visitStatement = function visit(this: Visitor, statement) {
    const { type, decls }: { type: string; decls?: Parameters<Visitor['visitVariableDeclarators']>[0] } =
      statement;
    if (type !== 'UsingDeclaration' || !decls) return visitStatement.call(this, statement);
    this.visitVariableDeclarators(decls);
    return statement;
  };
}
