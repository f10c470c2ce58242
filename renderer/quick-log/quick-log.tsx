import '../i18n/view-words.ts';
import { useEffect } from 'react';
import { ErrorBoundary } from '../app/error-boundary.tsx';
import { bridge } from '../bridge.ts';
import { usePlan } from '../data/plan.ts';
import { failureText } from '../i18n/failures.ts';
import { t } from '../i18n/text.ts';
import { workerOf } from '../services/worker.ts';
import { useSessionOf } from '../state/session.ts';
import { QuickLine } from './quick-line.tsx';
import css from './quick-log.module.css';
import { useReader } from './use-reader.ts';

const close = (): void => void bridge.closeQuickLog();

/** The whole of the quick-log window: one line, what it means, and what was saved. */
export function QuickLog() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <main className={css['window']} aria-label={t('outside.quickLog.title')}>
      <ErrorBoundary resetKey="quick-log">
        <Seated />
      </ErrorBoundary>
    </main>
  );
}

function Seated() {
  const reader = useReader();
  const { memberId, workspace } = useSessionOf('memberId', 'workspace');
  const plan = usePlan();
  if (reader === 'opening') return null;
  if (reader !== 'open') {
    const { title, text } = failureText(reader);
    return <Told title={title} text={text ?? ''} />;
  }
  const member = plan?.memberById.get(memberId);
  if (!plan) return null;
  if (!member) {
    return <Told title={t('outside.quickLog.notYet')} text={t('outside.quickLog.notYetText')} />;
  }
  return (
    <QuickLine
      key={`${workspace?.id ?? ''} ${memberId}`}
      plan={plan}
      worker={workerOf(plan, member)}
      whose={t('outside.quickLog.whose', {
        name: member.name,
        workspace: workspace?.name ?? '',
      })}
      onClose={close}
    />
  );
}

function Told({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div role="alert" className={css['told']}>
      <strong>{title}</strong>
      <p>{text}</p>
    </div>
  );
}
