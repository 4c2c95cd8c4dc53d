import { useTranslation } from 'react-i18next';
import { actions } from '../../i18n/zh-CN/actions.ts';

type Actions = typeof actions;
type ActionKey = { [G in keyof Actions]: `${G}.${keyof Actions[G] & string}` }[keyof Actions];

function isKnown(action: string): action is ActionKey {
  const [group, what] = action.split('.');
  const entry = Object.entries(actions).find(([name]) => name === group);
  return entry !== undefined && what !== undefined && Object.hasOwn(entry[1], what);
}

/** What was done, in words; an action newer than this page is shown by its code. */
export function useAction(): (action: string) => string {
  const { t } = useTranslation('office');
  return (action) => (isKnown(action) ? t(`actions.${action}`) : action);
}
