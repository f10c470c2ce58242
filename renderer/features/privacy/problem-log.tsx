import { useEffect, useState } from 'react';
import { bridge } from '../../bridge.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.ts';
import css from './privacy.module.css';

/** What went wrong in the program itself: read here, and copied or saved by whoever wants to send it. */
export function ProblemLog() {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    void bridge.problemLog().then((found) => found.ok && setText(found.value.text));
  }, []);
  const copy = async () => {
    const copied = await bridge.copyText({ text: text ?? '' });
    if (copied.ok) showToast({ topic: 'problem-log', title: t('privacy.problems.copied') });
    else announceFailure(copied.error);
  };
  const lines = (text ?? '').trim().split('\n');
  return (
    <>
      <p className={css['lead']}>{t('privacy.problems.text')}</p>
      {text !== null && lines.length <= 1 && <p>{t('privacy.problems.none')}</p>}
      {lines.length > 1 && (
        <pre
          className={css['log']}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text is scrolled by keys
          tabIndex={0}
          role="region"
          aria-label={t('privacy.problems.title')}
        >
          {lines.join('\n')}
        </pre>
      )}
      <div className={css['acts']}>
        <Button onClick={() => void copy()}>{t('privacy.problems.copy')}</Button>
        <Button variant="quiet" onClick={() => void saveLog()}>
          {t('privacy.problems.save')}
        </Button>
      </div>
    </>
  );
}

async function saveLog(): Promise<void> {
  const saved = await bridge.saveProblemLog();
  if (saved.ok) {
    showToast({
      topic: 'problem-log',
      title: t('privacy.problems.saved', { name: saved.value.fileName }),
    });
  } else if (saved.error.code !== 'cancelled') announceFailure(saved.error);
}
