import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { languageInAddress } from '#shared/language';
import { App } from './app/app.tsx';
import { startApp } from './app/start.ts';
import { prefetchView } from './app/views.ts';
import { speak } from './i18n/speak.ts';

function show(): void {
  // The three that take longest begin side by side: the main process's answer, the first view's code,
  // and React's first pass.
  const started = startApp();
  prefetchView('today');

  const root = document.querySelector('#root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(<App started={started} />);
}

const asked = languageInAddress(location.search);
if (asked === 'en') show();
// Not awaited here: a language's chunk waits for this one. One that cannot be read leaves English.
else void speak(asked).then(show, show);
