import type { ESTree, Rule } from '@oxlint/plugins';

const levels = new Set(['trace', 'debug', 'info', 'warn', 'error', 'fatal']);
const errors = /^(?:err|error|cause|reason|exception|failure)$/;

/**
 * An error that goes into the log as it came. PostgreSQL puts the values of a row into its errors: only what
 * `describeError` leaves of one, or a code taken from it by a function, is logged.
 */
export const describedError: Rule = {
  create: (context) => ({
    CallExpression(node: ESTree.CallExpression) {
      if (!isLog(node.callee)) return;
      const raw = node.arguments.find(holdsError);
      if (raw !== undefined)
        context.report({
          node: raw,
          message: 'Log `describeError(error)`: an error may quote personal data.',
        });
    },
  }),
};

/** `log.error`, `deps.log.error`, whatever the level. */
function isLog(callee: ESTree.Node): boolean {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false;
  const { object } = callee;
  const name = object.type === 'MemberExpression' ? object.property : object;
  return levels.has(callee.property.name) && name.type === 'Identifier' && name.name === 'log';
}

/** Looks into objects, texts and properties; what a function was given, it has answered for. */
function holdsError(node: ESTree.Node): boolean {
  switch (node.type) {
    case 'Identifier':
      return errors.test(node.name);
    case 'MemberExpression':
      return holdsError(node.object);
    case 'SpreadElement':
      return holdsError(node.argument);
    case 'ObjectExpression':
      return node.properties.some((one) => holdsError(one.type === 'Property' ? one.value : one));
    case 'TemplateLiteral':
      return node.expressions.some(holdsError);
    default:
      return false;
  }
}
