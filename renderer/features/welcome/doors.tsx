import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { IpcFailure } from '#shared/ipc';
import { failureText } from '../../i18n/failures.ts';
import { t } from '../../i18n/text.ts';
import { useSession } from '../../state/session.ts';
import { Callout } from '../../ui/callout.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import css from './doors.module.css';
import { openSample } from './enter.ts';
import type { Door } from './welcome-view.tsx';

export function Doors({ onDoor }: { readonly onDoor: (door: Door) => void }) {
  const hasSample = useSession(
    ({ start }) => start?.workspaces.some(({ isSample }) => isSample) ?? false,
  );
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<IpcFailure | null>(null);
  const lookAround = async () => {
    setIsBusy(true);
    setFailure(null);
    const opened = await openSample();
    setIsBusy(false);
    if (!opened.ok) setFailure(opened.error);
  };
  return (
    <section aria-label={t('welcome.question')}>
      <h2 className={css['question']}>{t('welcome.question')}</h2>
      <ul className={css['doors']}>
        <DoorRow
          title={t('welcome.join.title')}
          text={t('welcome.join.text')}
          isDisabled={isBusy}
          onOpen={() => onDoor('join')}
        />
        <DoorRow
          title={t('welcome.start.title')}
          text={t('welcome.start.text')}
          isDisabled={isBusy}
          onOpen={() => onDoor('start')}
        />
        <DoorRow
          title={hasSample ? t('welcome.sample.again') : t('welcome.sample.title')}
          text={t('welcome.sample.text')}
          isDisabled={isBusy}
          onOpen={() => void lookAround()}
        />
      </ul>
      {isBusy && <ProgressBar label={t('welcome.sample.busy')} value={0} max={null} />}
      {failure && (
        <Callout tone="bad" title={failureText(failure).title}>
          {failureText(failure).text}
        </Callout>
      )}
    </section>
  );
}

interface DoorRowProps {
  readonly title: string;
  readonly text: string;
  readonly isDisabled: boolean;
  readonly onOpen: () => void;
}

function DoorRow({ title, text, isDisabled, onOpen }: DoorRowProps) {
  return (
    <li>
      <button type="button" className={css['door']} disabled={isDisabled} onClick={onOpen}>
        <span className={css['words']}>
          <span className={css['title']}>{title}</span>
          <span className={css['text']}>{text}</span>
        </span>
        <ChevronRight size={18} strokeWidth={1.75} aria-hidden className={css['arrow']} />
      </button>
    </li>
  );
}
