import { useState } from 'react';
import { bridge } from '../bridge.ts';
import { t } from '../i18n/text.ts';
import { useSession } from '../state/session.ts';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import css from './crash-report.module.css';

interface CrashReportProps {
  readonly error: unknown;
  readonly componentStack: string;
  readonly onRetry: () => void;
}

export function CrashReport({ error, componentStack, onRetry }: CrashReportProps) {
  const start = useSession((state) => state.start);
  const [isCopied, setIsCopied] = useState(false);
  const details = [
    `Outlog ${start?.appVersion ?? '?'}, Electron ${start?.electronVersion ?? '?'}, ${start?.platform ?? '?'}`,
    error instanceof Error ? (error.stack ?? error.message) : String(error),
    componentStack.trim(),
  ].join('\n\n');
  const copy = async () => {
    const copied = await bridge.copyText({ text: details });
    setIsCopied(copied.ok);
  };
  return (
    <Page title={t('app.crash.title')} width="reading">
      <div role="alert" className={css['crash']}>
        <p>{t('app.crash.text')}</p>
        <div className={css['actions']}>
          <Button variant="primary" onClick={onRetry}>
            {t('app.crash.retry')}
          </Button>
          <Button onClick={() => void copy()}>
            {isCopied ? t('app.crash.copied') : t('app.crash.copy')}
          </Button>
          <Button variant="quiet" onClick={() => location.reload()}>
            {t('app.crash.reload')}
          </Button>
        </div>
        <details>
          <summary>{t('app.crash.details')}</summary>
          <pre className={css['details']}>{details}</pre>
        </details>
      </div>
    </Page>
  );
}
