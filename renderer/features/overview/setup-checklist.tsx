import { Check } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { SetupStep, SetupStepId } from './setup-steps.ts';
import css from './setup-checklist.module.css';

interface SetupChecklistProps {
  readonly name: string;
  /** There is work to look at: the checklist takes one line until it is asked for. */
  readonly isBrief: boolean;
  readonly steps: readonly SetupStep[];
  readonly onImport: () => void;
}

/** What to do next in a new workspace; a step that is done says so by itself. */
export function SetupChecklist({ name, isBrief, steps, onImport }: SetupChecklistProps) {
  const [isOpen, setIsOpen] = useState(false);
  const next = steps.find((step) => !step.isDone)?.id;
  const acts: Readonly<Record<SetupStepId, () => void>> = {
    outcome: () => go('outcomes', { new: '1' }),
    sop: () => go('sops', { new: '1' }),
    member: () => go('team', { new: '1' }),
    folder: () => go('settings'),
    import: onImport,
  };
  const done = steps.filter((step) => step.isDone).length;
  const total = steps.length;
  if (isBrief && !isOpen && next) {
    return (
      <div className={css['brief']}>
        <p>{t('overview.setup.next', { done, total })}</p>
        <Button size="sm" onClick={acts[next]}>
          {t(`overview.setup.${next}`)}
        </Button>
        <Button size="sm" variant="quiet" onClick={() => setIsOpen(true)}>
          {t('overview.setup.showAll')}
        </Button>
      </div>
    );
  }
  return (
    <Panel
      title={t('overview.setup.title', { name })}
      note={t('overview.setup.progress', { done, total })}
    >
      <ol className={css['steps']}>
        {steps.map(({ id, isDone }, index) => (
          <li
            key={id}
            className={css['step']}
            data-done={isDone || undefined}
            aria-current={id === next ? 'step' : undefined}
          >
            <span className={css['mark']}>
              {isDone ? <Check size={14} aria-label={t('overview.setup.done')} /> : index + 1}
            </span>
            <div className={css['words']}>
              <p className={css['title']}>{t(`overview.setup.${id}`)}</p>
              <p className={css['text']}>{t(`overview.setup.${id}Text`)}</p>
            </div>
            {!isDone && (
              <Button variant={id === next ? 'primary' : 'secondary'} onClick={acts[id]}>
                {t(`overview.setup.${id}`)}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <Button variant="quiet" onClick={() => go('import')}>
        {t('overview.setup.table')}
      </Button>
    </Panel>
  );
}
