import { FileQuestion, FileX2, Laptop } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SyncStatus } from '#shared/ipc';
import { failureText } from '../../i18n/failures.ts';
import { formatAgo } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { useSession } from '../../state/session.ts';
import { QUARTER_MINUTE_MS, useNow } from '../../state/use-now.ts';
import { useMemberName } from './member-name.ts';
import css from './sync-view.module.css';

/** Files that were not taken, entries that are missing, devices nobody vouches for: each with what to do. */
export function Trouble({ sync }: { readonly sync: SyncStatus }) {
  const nowMs = useNow(QUARTER_MINUTE_MS);
  const nameOf = useMemberName();
  const unaccepted = useSession((state) => state.waiting);
  const { gaps, rejected } = sync;
  if (gaps.length + rejected.length + unaccepted.length === 0) {
    return <p className={css['muted']}>{t('sync.trouble.none')}</p>;
  }
  return (
    <ul className={css['problems']}>
      {gaps.map(({ memberId, stream, firstMissing, lastMissing }) => (
        <Problem
          key={`${stream} ${firstMissing}`}
          icon={<FileQuestion size={16} aria-hidden />}
          what={t('sync.trouble.gap', {
            name: nameOf(memberId),
            first: firstMissing,
            last: lastMissing,
          })}
          todo={t('sync.trouble.gapText')}
        />
      ))}
      {unaccepted.map(({ streamKey, memberId, changes }) => (
        <Problem
          key={streamKey}
          icon={<Laptop size={16} aria-hidden />}
          what={t('sync.trouble.unaccepted', { name: nameOf(memberId) })}
          todo={t('sync.trouble.unacceptedText', { count: changes })}
        />
      ))}
      {rejected.map(({ name, problem, seenAtMs }) => {
        const words = failureText({ code: problem });
        return (
          <Problem
            key={name}
            icon={<FileX2 size={16} aria-hidden />}
            what={words.title}
            file={name}
            todo={words.text}
            when={t('sync.trouble.seen', { ago: formatAgo(seenAtMs, nowMs) })}
          />
        );
      })}
    </ul>
  );
}

interface ProblemProps {
  readonly icon: ReactNode;
  readonly what: string;
  readonly file?: string;
  readonly todo: string;
  readonly when?: string;
}

function Problem({ icon, what, file, todo, when }: ProblemProps) {
  return (
    <li className={css['problem']}>
      {icon}
      <p className={css['what']}>{what}</p>
      {when !== undefined && <span className={css['when']}>{when}</span>}
      {file !== undefined && <p className={css['file']}>{file}</p>}
      <p className={css['muted']}>{todo}</p>
    </li>
  );
}
