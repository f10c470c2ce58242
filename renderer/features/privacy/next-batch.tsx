import { usePlan } from '../../data/plan.ts';
import { failureText } from '../../i18n/failures.ts';
import { t } from '../../i18n/text.ts';
import type { Unsent, UnsentChange } from '../../services/unsent.ts';
import { useSessionOf } from '../../state/session.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { audienceWords } from './audience-words.ts';
import { changeWords } from './change-words.ts';
import css from './privacy.module.css';
import { useUnsent } from './use-unsent.ts';

/** What the next batch will carry, in words, and on demand to the letter. */
export function NextBatch({ workspace }: { readonly workspace: string }) {
  const { sync, workspace: entry, memberId } = useSessionOf('sync', 'workspace', 'memberId');
  const { answer, readAgain } = useUnsent(workspace);
  if (answer === null) return <LoadingState />;
  if (!answer.ok) return <FailedState {...failureText(answer.error)} onRetry={readAgain} />;
  const isSample = entry?.isSample === true;
  // In a sample everybody sits at this computer: “you” are one of them.
  const parts = answer.value.filter((part) => !isSample || part.memberId === memberId);
  if (parts.length === 0) {
    return <EmptyState title={t('privacy.next.nothing')} text={t('privacy.next.nothingText')} />;
  }
  const goesNowhere = isSample || sync?.target === null;
  return (
    <>
      {goesNowhere && (
        <Callout tone="accent" title={t('privacy.next.nowhere')}>
          {t('privacy.next.nowhereText')}
        </Callout>
      )}
      {parts.map((part) => (
        <Part key={`${part.stream}-${part.epoch}`} part={part} />
      ))}
    </>
  );
}

function Part({ part }: { readonly part: Unsent }) {
  const audience = audienceWords(part.audience, usePlan());
  const left = part.last - part.first + 1 - part.count;
  return (
    <section className={css['part']} aria-label={audience}>
      <h3 className={css['audience']}>{audience}</h3>
      <ul className={css['changes']}>
        {part.changes.map((change) => (
          <li key={change.seq}>
            <ChangeLine change={change} />
          </li>
        ))}
      </ul>
      {left > 0 && <p className={css['muted']}>{t('privacy.next.more', { count: left })}</p>}
      <p className={css['with']}>
        {t('privacy.next.head', {
          stream: part.stream.slice(0, 8),
          key: part.keyId.slice(0, 8),
          first: part.first,
          last: part.last,
        })}
      </p>
    </section>
  );
}

function ChangeLine({ change }: { readonly change: UnsentChange }) {
  return (
    <details className={css['change']}>
      <summary>{changeWords(change)}</summary>
      <dl className={css['fields']}>
        {Object.entries(change.fields).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
      <p className={css['muted']}>{t('privacy.next.exactly')}</p>
      <code className={css['line']}>{change.line}</code>
    </details>
  );
}
