import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { acceleratorOf, acceleratorText } from '#shared/accelerator';
import { t } from '../../i18n/text.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import css from './outside-panel.module.css';

interface KeySettingProps {
  /** An accelerator. */
  readonly value: string;
  /** Another program holds it. */
  readonly isTaken: boolean;
  readonly onChange: (accelerator: string) => Promise<void>;
}

/** A key of the whole computer, changed by pressing another. */
export function KeySetting({ value, isTaken, onChange }: KeySettingProps) {
  const isMac = useSession((state) => state.start?.platform === 'darwin');
  const [state, setState] = useState<'shown' | 'listening' | 'refused'>('shown');
  const keys = acceleratorText(value, isMac);

  function pressed(event: KeyboardEvent): void {
    if (state === 'shown' || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setState('shown');
    // A modifier alone is the beginning of what is to come.
    if (['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) return undefined;
    const accelerator = acceleratorOf(event, isMac);
    setState(accelerator === null ? 'refused' : 'shown');
    return accelerator === null ? undefined : void onChange(accelerator);
  }

  return (
    <>
      <div className={css['key']}>
        <span>{t('outside.settings.key')}</span>
        {state === 'shown' ? <Kbd>{keys}</Kbd> : <em>{t('outside.settings.keyPress')}</em>}
        <Button
          size="sm"
          aria-describedby="quick-log-key"
          onClick={() => setState('listening')}
          onKeyDown={pressed}
          onBlur={() => setState('shown')}
        >
          {t('outside.settings.keyChange')}
        </Button>
      </div>
      <p id="quick-log-key" role="status" className={css['hint']}>
        {state === 'listening' && t('outside.settings.keyHint', { keys })}
        {state === 'refused' && t('outside.settings.keyRefused')}
      </p>
      {isTaken && state === 'shown' && (
        <Callout tone="warn" title={t('outside.settings.keyTaken', { keys })} />
      )}
    </>
  );
}
