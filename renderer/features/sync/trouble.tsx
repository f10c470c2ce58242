import { GitFork, Laptop } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SyncPeers, SyncQueue } from '#shared/sync-report';
import { streamKey } from '#shared/stream/change';
import { failureText } from '../../i18n/failures.ts';
import { t } from '../../i18n/text.ts';
import type { WaitingStream } from '../../state/session.ts';
import { GapsTable } from './gaps-table.tsx';
import { forkedStreams, gapRows } from './problem-rows.ts';
import { RefusedTable } from './refused-table.tsx';
import css from './sync-view.module.css';
import type { Names } from './use-names.ts';

interface TroubleProps {
  readonly workspace: string;
  readonly queue: SyncQueue;
  readonly peers: SyncPeers;
  readonly unaccepted: readonly WaitingStream[];
  readonly names: Names;
}

/** Entries that are missing, files that were not taken, logs in two versions, devices nobody vouches for. */
export function Trouble({ workspace, queue, peers, unaccepted, names }: TroubleProps) {
  const gaps = gapRows(peers);
  const forks = forkedStreams(peers);
  const { refused } = queue;
  if (gaps.length + forks.length + refused.length + unaccepted.length === 0) {
    return <p className={css['muted']}>{t('sync.trouble.none')}</p>;
  }
  return (
    <div className={css['troubles']}>
      {gaps.length > 0 && (
        <Group title={t('sync.trouble.gaps')} todo={t('sync.trouble.gapText')}>
          <GapsTable gaps={gaps} names={names} />
        </Group>
      )}
      {refused.length > 0 && (
        <Group title={t('sync.refused.title')} todo={t('sync.refused.text')}>
          <RefusedTable workspace={workspace} files={refused} names={names} />
        </Group>
      )}
      {(forks.length > 0 || unaccepted.length > 0) && (
        <ul className={css['problems']}>
          {forks.map((stream) => (
            <Problem
              key={streamKey(stream)}
              icon={<GitFork size={16} aria-hidden />}
              what={t('sync.trouble.fork', {
                name: names.member(stream.memberId),
                device: names.device(stream.keyId),
                count: stream.branchCount,
              })}
              todo={failureText({ code: 'batch-fork' }).text}
            />
          ))}
          {unaccepted.map(({ streamKey: key, memberId, changes }) => (
            <Problem
              key={key}
              icon={<Laptop size={16} aria-hidden />}
              what={t('sync.trouble.unaccepted', { name: names.member(memberId) })}
              todo={t('sync.trouble.unacceptedText', { count: changes })}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly todo: string;
  readonly children: ReactNode;
}

function Group({ title, todo, children }: GroupProps) {
  return (
    <section>
      <h3 className={css['what']}>{title}</h3>
      <p className={css['muted']}>{todo}</p>
      {children}
    </section>
  );
}

interface ProblemProps {
  readonly icon: ReactNode;
  readonly what: string;
  readonly todo: string;
}

function Problem({ icon, what, todo }: ProblemProps) {
  return (
    <li className={css['problem']}>
      {icon}
      <p className={css['what']}>{what}</p>
      <p className={css['muted']}>{todo}</p>
    </li>
  );
}
