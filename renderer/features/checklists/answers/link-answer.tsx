import { Check, ExternalLink } from 'lucide-react';
import { useRef, useState } from 'react';
import { t } from '../../../i18n/text.ts';
import { openLink } from '../../../services/open-link.ts';
import { Button } from '../../../ui/button.tsx';
import { STEP_ACT } from '../use-run-keys.ts';
import css from './step-answer.module.css';
import type { StepAnswerProps } from './step-answer.tsx';
import { Ticked } from './tick-answer.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';

/** A page to open, then to say that it is done. Each key press is the next of the two. */
export function LinkAnswer(props: StepAnswerProps) {
  const { asked, isReadOnly, onSayAndGoOn } = props;
  const [wasOpened, setWasOpened] = useState(false);
  const opener = useFocusOnMount<HTMLButtonElement>();
  const done = useRef<HTMLButtonElement>(null);
  const { url } = asked.step;
  const isDone = asked.answer?.value === true;

  async function open(): Promise<void> {
    if (!(await openLink(url))) return;
    setWasOpened(true);
    done.current?.focus();
  }

  return (
    <div className={css['link']}>
      <p className={css['url']}>{url}</p>
      <div className={css['acts']}>
        <Button
          // Where all is done, the keys of the run go on.
          ref={isDone ? undefined : opener}
          variant={wasOpened || isDone ? 'secondary' : 'primary'}
          icon={<ExternalLink aria-hidden />}
          shortcut="O"
          data-opens-link
          isDisabled={url === ''}
          onClick={() => void open()}
        >
          {t('checklists.openLink')}
        </Button>
        {isDone ? (
          <Ticked {...props} />
        ) : (
          <Button
            {...{ [STEP_ACT]: true }}
            ref={done}
            variant={wasOpened ? 'primary' : 'secondary'}
            icon={<Check aria-hidden />}
            isDisabled={isReadOnly}
            onClick={() => onSayAndGoOn({ value: true })}
          >
            {t('checklists.tick')}
          </Button>
        )}
      </div>
    </div>
  );
}
