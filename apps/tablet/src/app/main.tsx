import { createRoot } from 'react-dom/client';
import { must } from '@huhudao/domain';
import { startAppearance, startTranslations } from '@huhudao/ui';
import { UiRoot } from '@huhudao/ui/components';
import '@huhudao/ui/tokens.css';
import '@huhudao/ui/base.css';
import '../i18n/resources.ts';
import { first } from '../i18n/zh-CN/first.ts';
import { App } from './app.tsx';
import { FaultBoundary } from './fault.tsx';
import { preloadLater } from './later-screens.ts';
import { registerWorker } from './register-worker.ts';

startAppearance();
if (import.meta.env.PROD) void registerWorker().then(preloadLater);
void start();

/** Not awaited at the top: a file that is loaded meanwhile may need this one. */
async function start(): Promise<void> {
  await startTranslations({
    'zh-CN': { tablet: first },
    en: async () => ({ tablet: (await import('../i18n/en.ts')).en }),
  });
  const root = createRoot(must(document.getElementById('root'), 'the root element'));
  root.render(
    <UiRoot>
      <FaultBoundary>
        <App />
      </FaultBoundary>
    </UiRoot>,
  );
}
