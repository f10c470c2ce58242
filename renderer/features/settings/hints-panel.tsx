import { HINTS_IN_SAMPLE, HINTS_OFF, isHintMark, useSeen } from '../../app/hints/seen-names.ts';
import { t } from '../../i18n/text.ts';
import { forgetSeen, markSeen } from '../../services/hints.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Switch } from '../../ui/switch.tsx';
import { showToast } from '../../ui/toast.ts';
import css from './settings-view.module.css';

/** Whether hints are shown, and the way to see them all once more. */
export function HintsPanel() {
  const isSample = useSession(({ workspace }) => workspace?.isSample === true);
  const areOff = useSeen(HINTS_OFF);
  const areInSample = useSeen(HINTS_IN_SAMPLE);
  const wereAnyRead = useSession(
    ({ start }) => start?.settings.seenHints.some(isHintMark) ?? false,
  );
  return (
    <Panel title={t('hints.settings.title')}>
      <div className={css['switches']}>
        <Switch
          label={t('hints.settings.label')}
          description={t('hints.settings.text')}
          checked={!areOff}
          onChange={(areShown) => void setMark(HINTS_OFF, !areShown)}
        />
        {isSample && !areOff && (
          <Switch
            label={t('hints.settings.sampleLabel')}
            checked={areInSample}
            onChange={(areShown) => void setMark(HINTS_IN_SAMPLE, areShown)}
          />
        )}
      </div>
      {wereAnyRead && (
        <div className={css['row']}>
          <Button
            onClick={() => {
              void forgetSeen(isHintMark);
              showToast({ topic: 'hints', title: t('hints.settings.againDone') });
            }}
          >
            {t('hints.settings.again')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

const setMark = async (mark: string, isSet: boolean): Promise<void> =>
  isSet ? await markSeen(mark) : await forgetSeen((each) => each === mark);
