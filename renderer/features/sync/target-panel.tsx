import type { ReactNode } from 'react';
import type { SyncStatus, WorkspaceEntry } from '#shared/ipc';
import type { SyncPeers } from '#shared/sync-report';
import { formatAgo, formatDateTime, formatSize } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { chooseFolder, openFolder } from '../../services/folder.ts';
import { go } from '../../state/route.ts';
import { QUARTER_MINUTE_MS, useNow } from '../../state/use-now.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { clockWords } from './clock-words.ts';
import css from './sync-view.module.css';

interface TargetPanelProps {
  readonly workspace: WorkspaceEntry;
  readonly sync: SyncStatus;
  /** The team sends to the receiver of this computer. */
  readonly isHere: boolean;
  /** Null until it has been read. */
  readonly peers: SyncPeers | null;
}

/** Where work goes, whether it can be reached, and the room there is on this computer. */
export function TargetPanel({ workspace, sync, isHere, peers }: TargetPanelProps) {
  const { target } = sync;
  if (workspace.isSample) return <p className={css['muted']}>{t('sync.folder.sample')}</p>;
  return (
    <>
      {target ? (
        <TargetLine target={target} isHere={isHere} />
      ) : (
        <p className={css['noTarget']}>{t('sync.folder.none')}</p>
      )}
      {isReadingStuck(sync) && <p className={css['stuck']}>{t(`sync.waiting.${sync.waiting}`)}</p>}
      <dl className={css['facts']}>
        {target && <Times sync={sync} />}
        {target?.kind === 'endpoint' && peers?.receiverOffset && (
          <Fact name={t('sync.clock.receiver')}>{clockWords(peers.receiverOffset).text}</Fact>
        )}
        <Fact name={t('sync.disk.title')}>{diskText(sync, peers)}</Fact>
      </dl>
      <div className={css['acts']}>
        {target?.kind === 'folder' && (
          <Button isDisabled={!target.isReachable} onClick={() => void openFolder(workspace.id)}>
            {t('sync.folder.open')}
          </Button>
        )}
        {!target && (
          <Button variant="primary" onClick={() => void chooseFolder(workspace.id)}>
            {t('sync.folder.choose')}
          </Button>
        )}
        <Button onClick={() => go('settings')}>
          {t(target ? 'sync.target.change' : 'sync.target.more')}
        </Button>
      </div>
    </>
  );
}

/** What is to be sent says in its own place why it waits; here is said why nothing can be read. */
const isReadingStuck = ({ waiting, unsentCount }: SyncStatus): boolean =>
  unsentCount === 0 && waiting !== 'none' && waiting !== 'no-folder';

interface TargetLineProps {
  readonly target: NonNullable<SyncStatus['target']>;
  readonly isHere: boolean;
}

function TargetLine({ target, isHere }: TargetLineProps) {
  return (
    <p className={css['line']}>
      <span className={css['place']}>{isHere ? t('sync.target.here') : target.label}</span>
      {!isHere && <Badge>{t(`sync.target.${target.kind}`)}</Badge>}
      <Badge tone={target.isReachable ? 'good' : 'warn'}>
        {t(target.isReachable ? 'sync.folder.reachable' : 'sync.folder.away')}
      </Badge>
      {target.isEncrypted && <Badge tone="good">{t('sync.target.encrypted')}</Badge>}
    </p>
  );
}

function Times({ sync }: { readonly sync: SyncStatus }) {
  const nowMs = useNow(QUARTER_MINUTE_MS);
  const time = (ms: number | null) => (
    <span title={ms === null ? undefined : formatDateTime(ms)}>
      {ms === null ? t('sync.queue.never') : formatAgo(ms, nowMs)}
    </span>
  );
  return (
    <>
      <Fact name={t('sync.queue.lastSent')}>{time(sync.lastSentAtMs)}</Fact>
      <Fact name={t('sync.queue.lastRead')}>{time(sync.lastReadAtMs)}</Fact>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function diskText({ disk }: SyncStatus, peers: SyncPeers | null): string {
  const words = t(`sync.disk.${disk}`);
  const freeBytes = peers?.freeBytes ?? null;
  return freeBytes === null ? words : t('sync.disk.free', { words, size: formatSize(freeBytes) });
}
