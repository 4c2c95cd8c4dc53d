import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startAppearance } from '@huhudao/ui';
import { startTexts } from '../i18n/index.ts';
import { App } from './app.tsx';
import '@huhudao/ui/tokens.css';
import './app.css';

startAppearance();
await startTexts();
const root = document.querySelector('#root');
if (root === null) throw new Error('The page has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
