import type { ESTree, Rule } from '@oxlint/plugins';

const chinese = /\p{Script=Han}/u;
const letter = /\p{L}/u;

/** Attributes and properties whose text a person reads or hears. */
const spoken = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'cancelText',
  'description',
  'emptyText',
  'errorMessage',
  'label',
  'okText',
  'placeholder',
  'subTitle',
  'title',
  'tooltip',
]);

const message = 'Text a person reads stands in a catalogue (i18n/zh-CN.ts and en.ts): use t().';

/** Words on the screen that are written in a component: they would have one language only. */
export const textInCatalogue: Rule = {
  create: (context) => ({
    JSXText(node: ESTree.JSXText) {
      if (letter.test(node.value)) context.report({ node, message });
    },
    Literal(node: ESTree.Node) {
      if (node.type !== 'Literal' || typeof node.value !== 'string') return;
      if (chinese.test(node.value) || (letter.test(node.value) && isShown(node))) {
        context.report({ node, message });
      }
    },
    TemplateLiteral(node: ESTree.TemplateLiteral) {
      const text = node.quasis.map(({ value }) => value.raw).join('');
      if (chinese.test(text) || (letter.test(text) && isShown(node))) context.report({ node, message });
    },
  }),
};

/** Whether a text is a child of an element, or the value of an attribute that is read to people. */
function isShown(node: ESTree.Node): boolean {
  const parent = node.parent;
  if (!parent) return false;
  if (parent.type === 'JSXAttribute') return isSpoken(parent);
  if (parent.type !== 'JSXExpressionContainer') return false;
  const holder = parent.parent;
  return holder.type === 'JSXAttribute' ? isSpoken(holder) : true;
}

function isSpoken({ name }: ESTree.JSXAttribute): boolean {
  return name.type === 'JSXIdentifier' && spoken.has(name.name);
}
