import '../../i18n/view-words.ts';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { closeWelcome, forgetOpenedInvite, useScreen } from '../../state/screen.ts';
import { t } from '../../i18n/text.ts';
import { useSessionOf } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Doors } from './doors.tsx';
import { enter } from './enter.ts';
import type { OpenedInvite } from '../../state/screen.ts';
import { JoinTeam } from './join/join-team.tsx';
import { StartTeam } from './start-team.tsx';
import css from './welcome-view.module.css';

export type Door = 'join' | 'start';

/** The first start, and the way to another workspace: join a team, start one, or look around. */
export function WelcomeView() {
  const [door, setDoor] = useState<Door | null>(null);
  const opened = useScreen((state) => state.openedInvite);
  const shown = opened ? 'join' : door;
  const goBack = () => {
    forgetOpenedInvite();
    setDoor(null);
  };
  return (
    <main className={css['welcome']}>
      <div className={css['columns']}>
        <header className={css['cover']}>
          <Mark />
          <h1 className={css['name']}>{t('app.name')}</h1>
          <p className={css['lead']}>{t('welcome.lead')}</p>
          <p className={css['promise']}>{t('welcome.promise')}</p>
        </header>
        <div className={css['content']}>
          <WayBack />
          {shown === null ? (
            <Doors onDoor={setDoor} />
          ) : (
            <Step title={t(`welcome.${shown}.title`)} onBack={goBack}>
              {shown === 'join' ? <JoinTeam key={keyOf(opened)} opened={opened} /> : <StartTeam />}
            </Step>
          )}
        </div>
      </div>
    </main>
  );
}

/** An invite that is opened while another is read begins anew. */
const keyOf = (opened: OpenedInvite): string =>
  opened?.ok ? opened.value.token : (opened?.error.code ?? '');

/** To the open workspace; or, where opening one failed, to any that is on this device. */
function WayBack() {
  const { workspace, start } = useSessionOf('workspace', 'start');
  const entries = workspace ? [workspace] : (start?.workspaces ?? []);
  return (
    <ul className={css['ways']}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <Button
            variant="quiet"
            icon={<ArrowLeft aria-hidden />}
            onClick={() => (workspace ? closeWelcome() : void enter(entry))}
          >
            {t('welcome.backTo', { name: entry.name })}
          </Button>
        </li>
      ))}
    </ul>
  );
}

interface StepProps {
  readonly title: string;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

function Step({ title, onBack, children }: StepProps) {
  return (
    <section className={css['step']} aria-label={title}>
      <Button variant="quiet" size="sm" icon={<ArrowLeft aria-hidden />} onClick={onBack}>
        {t('welcome.back')}
      </Button>
      <h2 className={css['stepTitle']}>{title}</h2>
      {children}
    </section>
  );
}

/** The app's mark: a line that is kept, and its tick. */
function Mark() {
  return (
    <svg width="52" height="52" viewBox="0 0 64 64" aria-hidden className={css['mark']}>
      <rect width="64" height="64" rx="15" className={css['ground']} />
      <path d="M17 20h30M17 32h16M17 44h10" className={css['line']} />
      <path d="m34 41.5 5.5 5.5L51 33" className={css['tick']} />
    </svg>
  );
}
