import type { QuarterKey } from '#shared/plan/priority';
import { t } from '../../i18n/text.ts';
import type { IntentBranch } from '../../services/strategy.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import css from './example-dialog.module.css';
import { LevelIcon } from './level-icon.tsx';
import { quarterWords } from './quarter-words.ts';

interface ExampleDialogProps {
  readonly branches: readonly IntentBranch[];
  readonly quarter: QuarterKey;
  readonly onAdd: () => void;
  readonly onClose: () => void;
}

/** All that the example will add, before it adds anything. */
export function ExampleDialog({ branches, quarter, onAdd, onClose }: ExampleDialogProps) {
  const lines = branches.flatMap((branch) => [...linesOf(branch, 0)]);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="lg"
      title={t('strategy.exampleTitle')}
      description={t('strategy.exampleText', {
        count: lines.length,
        quarter: quarterWords(quarter),
      })}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" onClick={onAdd}>
            {t('strategy.exampleAdd', { count: lines.length })}
          </Button>
        </>
      }
    >
      <ul>
        {lines.map(({ branch, depth }) => (
          <li key={branch.fields.name} className={css['line']} style={{ '--depth': depth }}>
            <LevelIcon level={branch.level} />
            <span className={css['words']}>
              <span className={css['name']}>{branch.fields.name}</span>
              <span className={css['why']}>{String(branch.fields.why ?? '')}</span>
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function* linesOf(
  branch: IntentBranch,
  depth: number,
): Generator<{ readonly branch: IntentBranch; readonly depth: number }> {
  yield { branch, depth };
  for (const child of branch.children) yield* linesOf(child, depth + 1);
}
