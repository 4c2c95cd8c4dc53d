import { createRoot } from 'react-dom/client';
import { must } from '@huhudao/domain';
import { startAppearance, startTranslations } from '@huhudao/ui';
import { UiRoot } from '@huhudao/ui/components';
import '@huhudao/ui/tokens.css';
import '@huhudao/ui/base.css';
import '../i18n/resources.ts';
import { zhCN } from '../i18n/zh-CN.ts';
import { App } from './app.tsx';
import { FaultBoundary } from './fault.tsx';

startAppearance();
void start();

async function start(): Promise<void> {
  await startTranslations({
    'zh-CN': { resident: zhCN },
    en: async () => ({ resident: (await import('../i18n/en.ts')).en }),
  });
  // Another code scanned on the page that is open: only what stands behind the # changes.
  window.addEventListener('hashchange', () => window.location.reload());
  const root = createRoot(must(document.getElementById('root'), 'the root element'));
  root.render(
    <UiRoot>
      <FaultBoundary>
        <App />
      </FaultBoundary>
    </UiRoot>,
  );
}
