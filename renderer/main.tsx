import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startApp } from './app/start.ts';
import { prefetchView } from './app/views.ts';
import { languageInAddress } from '#shared/language';
import { QUICK_LOG_HASH } from '#shared/outside';
import { speak } from './i18n/speak.ts';

const asked = languageInAddress(location.search);
if (asked !== 'en') await speak(asked);

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no #root');

if (location.hash === QUICK_LOG_HASH) {
  const { QuickLog } = await import('./quick-log/quick-log.tsx');
  createRoot(root).render(<QuickLog />);
} else {
  // The three that take longest begin side by side: the main process's answer, the first view's code,
  // and React's first pass.
  const started = startApp();
  prefetchView('today');
  createRoot(root).render(<App started={started} />);
}
