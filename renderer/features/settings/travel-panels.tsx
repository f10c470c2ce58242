import { t } from '../../i18n/text.ts';
import { useSessionOf } from '../../state/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReceiverPanel } from './receiver-panel.tsx';
import { TravelSetting } from './travel-setting.tsx';
import { useReceiver } from '../../app/parts/use-receiver.ts';

/** How what is saved travels; for managers also the receiver that this computer can be. */
export function TravelPanels() {
  const { workspace, seat, sync } = useSessionOf('workspace', 'seat', 'sync');
  const isManager = seat === 'manager';
  const canReceive = workspace !== null && isManager && !workspace.isSample;
  const status = useReceiver(canReceive ? workspace.id : null);
  if (!workspace) return null;
  return (
    <>
      <Panel title={t(isManager ? 'settings.travel.title' : 'settings.travel.titleOwn')}>
        <TravelSetting
          workspace={workspace}
          seat={seat}
          target={sync?.target ?? null}
          receiver={status?.ok === true ? status.value : null}
        />
      </Panel>
      {canReceive && (
        <Panel title={t('receiver.title')}>
          <ReceiverPanel status={status} />
        </Panel>
      )}
    </>
  );
}
