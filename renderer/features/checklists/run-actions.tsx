import { Ellipsis } from 'lucide-react';
import type { Run } from '#shared/sops/run';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { RunSteps } from './use-run.ts';
import { END } from './use-run.ts';

interface RunActionsProps {
  readonly run: Run;
  readonly moves: RunSteps;
  readonly isHeld: boolean;
  readonly onHold: () => void;
  readonly onBlock: () => void;
  readonly onAbandon: () => void;
  readonly onHandOver: () => void;
}

/** What can be done with a run as a whole. */
export function RunActions({
  run,
  moves,
  isHeld,
  onHold,
  onBlock,
  onAbandon,
  onHandOver,
}: RunActionsProps) {
  const { open, at } = moves;
  return (
    <>
      {!isHeld && (
        <>
          <Button variant="quiet" shortcut="P" onClick={onHold}>
            {t('checklists.pause')}
          </Button>
          <Button variant="quiet" shortcut="B" onClick={onBlock}>
            {t('checklists.block')}
          </Button>
        </>
      )}
      <Menu
        align="end"
        trigger={<IconButton label={t('checklists.more')} icon={<Ellipsis aria-hidden />} />}
        items={[
          // A part goes where the whole goes.
          ...(run.parentRunId === ''
            ? [{ key: 'handOver', label: t('teamwork.handOver.menu'), onSelect: onHandOver }]
            : []),
          { key: 'abandon', label: t('checklists.abandon'), tone: 'danger', onSelect: onAbandon },
        ]}
      />
      {open && open.step.id !== at?.step.id && (
        <Button onClick={() => moves.go(open.step.id)}>{t('checklists.nextOpen')}</Button>
      )}
      {!open && at && (
        <Button variant="primary" onClick={() => moves.go(END)}>
          {t('checklists.toEnd')}
        </Button>
      )}
    </>
  );
}
