import { useCallback, useMemo } from 'react';
import type { SyncStatus, WorkspaceEntry } from '#shared/ipc';
import type { SyncPeers, SyncQueue } from '#shared/sync-report';
import { bridge } from '../../bridge.ts';
import { failureText } from '../../i18n/failures.ts';
import { t } from '../../i18n/text.ts';
import type { WaitingStream } from '../../state/session.ts';
import { useSession } from '../../state/session.ts';
import { FailedState } from '../../ui/failed-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { deviceRows } from './device-rows.ts';
import { Devices } from './devices.tsx';
import { QueueFacts } from './queue-facts.tsx';
import { QueueTable } from './queue-table.tsx';
import { Receipts } from './receipts.tsx';
import css from './sync-view.module.css';
import { TargetPanel } from './target-panel.tsx';
import { Trouble } from './trouble.tsx';
import type { Names } from './use-names.ts';
import { useNames } from './use-names.ts';
import type { Report } from './use-report.ts';
import { useReport } from './use-report.ts';

interface ReportsProps {
  readonly workspace: WorkspaceEntry;
  readonly sync: SyncStatus;
  /** The team sends to the receiver of this computer. */
  readonly isHere: boolean;
}

/** Everything that is looked up while the screen is open: the queue, what went wrong, where everybody stands. */
export function Reports({ workspace, sync, isHere }: ReportsProps) {
  const { id, isSample } = workspace;
  const names = useNames();
  const unaccepted = useSession((state) => state.waiting);
  const queue = useReport(useCallback(() => bridge.syncQueue({ workspace: id }), [id]));
  const peers = useReport(useCallback(() => bridge.syncPeers({ workspace: id }), [id]));
  const items = queue.value?.items ?? [];
  return (
    <>
      <div className={css['columns']}>
        <Panel title={t('sync.target.title')}>
          <TargetPanel workspace={workspace} sync={sync} isHere={isHere} peers={peers.value} />
        </Panel>
        <Panel title={t('sync.receipts.title')}>
          <Receipts sync={sync} names={names} />
        </Panel>
      </div>
      <Panel title={t('sync.queue.title')} note={items.length > 0 && t('sync.queue.note')}>
        {isSample ? (
          <p className={css['muted']}>{t('sync.sample')}</p>
        ) : (
          <>
            <QueueFacts sync={sync} />
            {queue.failure && <Failed report={queue} />}
            {items.length > 0 && <QueueTable workspace={id} items={items} names={names} />}
          </>
        )}
      </Panel>
      <Panel title={t('sync.trouble.title')}>
        {queue.value && peers.value ? (
          <Trouble
            workspace={id}
            queue={queue.value}
            peers={peers.value}
            unaccepted={unaccepted}
            names={names}
          />
        ) : (
          <Pending report={peers.failure ? peers : queue} />
        )}
      </Panel>
      <Panel title={t('sync.devices.title')} note={t('sync.devices.note')}>
        {queue.value && peers.value ? (
          <DeviceList
            sync={sync}
            queue={queue.value}
            peers={peers.value}
            unaccepted={unaccepted}
            names={names}
          />
        ) : (
          <Pending report={peers.failure ? peers : queue} />
        )}
      </Panel>
    </>
  );
}

interface DeviceListProps {
  readonly sync: SyncStatus;
  readonly queue: SyncQueue;
  readonly peers: SyncPeers;
  readonly unaccepted: readonly WaitingStream[];
  readonly names: Names;
}

function DeviceList({ sync, queue, peers, unaccepted, names }: DeviceListProps) {
  const rows = useMemo(
    () =>
      deviceRows({
        peers,
        sync,
        refused: queue.refused,
        unaccepted: new Set(unaccepted.map((each) => each.streamKey)),
      }),
    [peers, sync, queue, unaccepted],
  );
  return <Devices rows={rows} names={names} />;
}

type AnyReport = Pick<Report<unknown>, 'failure' | 'readAgain'>;

const Pending = ({ report }: { readonly report: AnyReport }) =>
  report.failure ? <Failed report={report} /> : <LoadingState />;

function Failed({ report: { failure, readAgain } }: { readonly report: AnyReport }) {
  return failure && <FailedState {...failureText(failure)} onRetry={readAgain} />;
}
