import type { ReceiverStatus } from '#shared/endpoint/receiver-status';
import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { failureText } from '../../i18n/failures.ts';
import { t } from '../../i18n/text.ts';
import { switchReceiver } from '../../services/receiver.ts';
import { FailedState } from '../../ui/failed-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Switch } from '../../ui/switch.tsx';
import { ReceiverFacts } from './receiver-facts.tsx';
import { ReceiverNotes } from './receiver-notes.tsx';
import { ReceiverPhase } from './receiver-phase.tsx';
import css from './receiver.module.css';

interface ReceiverPanelProps {
  readonly status: Result<ReceiverStatus, IpcFailure> | null;
}

/** Switches the receiver of this computer on and off, and shows where it answers and who came by. */
export function ReceiverPanel({ status }: ReceiverPanelProps) {
  if (status === null) return <LoadingState />;
  if (!status.ok) {
    const { title, text } = failureText(status.error);
    return <FailedState title={title} text={text} />;
  }
  return <Receiver status={status.value} />;
}

function Receiver({ status }: { readonly status: ReceiverStatus }) {
  const isOn = status.phase !== 'off';
  return (
    <div className={css['receiver']}>
      <div className={css['head']}>
        <Switch
          label={t('receiver.switch')}
          description={t('receiver.switchText')}
          checked={isOn}
          onChange={(checked) => void switchReceiver(status.workspace, checked)}
        />
        <ReceiverPhase status={status} />
      </div>
      <ReceiverNotes status={status} />
      {isOn && <ReceiverFacts status={status} />}
    </div>
  );
}
