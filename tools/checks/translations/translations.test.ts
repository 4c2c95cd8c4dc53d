import { expect, test } from 'vitest';
import { writeSources } from '../write-sources.testing.ts';
import { translations } from './translations.ts';

const sound = {
  'packages/ui/src/i18n/zh-CN.ts':
    "export const zhCN = { outcome: { refused: '拒访', notHome: '无人在家' } };",
  'packages/ui/src/i18n/en.ts':
    "export const en = { outcome: { refused: 'refused', notHome: 'nobody home' } };",
  'packages/ui/src/words.ts': 'export const wordOf = (t, code) => t(`outcome.${code}`);',
  'apps/tablet/src/i18n/zh-CN.ts':
    "export const zhCN = { visit: { saved: '已保存', doors_other: '{{count}} 户' }, tabs: { today: '今日' } };",
  'apps/tablet/src/i18n/en.ts': `export const en = {
    visit: { saved: 'Saved', doors_one: 'one door', doors_other: '{{count}} doors' }, tabs: { today: 'Today' } };`,
  'apps/tablet/src/visit.tsx':
    "t('tablet:visit.saved'); t('visit.doors', { count }); t('ui:outcome.refused');",
  'apps/tablet/src/tabs.ts': "export const tabs = [{ label: 'tabs.today' }];",
};

async function messagesWith(changes: Record<string, string>): Promise<string[]> {
  const violations = await translations.find(writeSources({ ...sound, ...changes }));
  return violations.map(({ file, message }) => `${file}: ${message}`);
}

test('complete catalogues whose every text is used are accepted: literals, keys in tables, keys put together', async () => {
  expect(await messagesWith({})).toEqual([]);
});

test('a text that one language lacks is found', async () => {
  const messages = await messagesWith({
    'apps/tablet/src/i18n/en.ts':
      "export const en = { visit: { saved: 'Saved', doors_other: '{{count}} doors' } };",
  });
  expect(messages).toEqual(['apps/tablet/src/i18n/en.ts: "tabs.today" is missing']);
});

test('a text whose holes differ between the languages is found', async () => {
  const messages = await messagesWith({
    'packages/ui/src/i18n/en.ts':
      "export const en = { outcome: { refused: '{{name}} refused', notHome: 'nobody home' } };",
  });
  expect(messages).toEqual([
    'packages/ui/src/i18n/en.ts: "outcome.refused" has holes for name, in Chinese for nothing',
  ]);
});

test('a text that nothing uses is found', async () => {
  const messages = await messagesWith({ 'apps/tablet/src/tabs.ts': 'export const tabs = [];' });
  expect(messages).toEqual(['apps/tablet/src/i18n/zh-CN.ts: "tabs.today" is used nowhere']);
});

test('a text that is asked for and does not exist is found with its line', async () => {
  const messages = await messagesWith({ 'apps/tablet/src/door.tsx': "\nt('door.caution');" });
  expect(messages).toEqual(['apps/tablet/src/door.tsx: asks for "door.caution", which no catalogue has']);
});
