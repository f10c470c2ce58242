import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { languageInAddress } from '#shared/language';
import { viewInAddress } from '#shared/page-address';
import { QUICK_LOG_HASH } from '#shared/outside';
import { App } from './app/app.tsx';
import { startApp } from './app/start.ts';
import { prefetchView } from './app/views.ts';
import { speak } from './i18n/speak.ts';
import { VIEWS } from './state/route.ts';

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no #root');
const page = createRoot(root);

function show(): void {
  if (location.hash === QUICK_LOG_HASH) return void showQuickLog();
  // The three that take longest begin side by side: the main process's answer, the first view's code,
  // and React's first pass.
  const started = startApp();
  const left = viewInAddress(location.search);
  prefetchView(VIEWS.find((each) => each === left) ?? 'today');
  page.render(<App started={started} />);
}

/** The same page in the small window: it has none of the main window's start. */
async function showQuickLog(): Promise<void> {
  const { QuickLog } = await import('./quick-log/quick-log.tsx');
  page.render(<QuickLog />);
}

const asked = languageInAddress(location.search);
if (asked === 'en') show();
// Not awaited here: a language's chunk waits for this one. One that cannot be read leaves English.
else void speak(asked).then(show, show);
