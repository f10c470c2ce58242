import { Columns3 } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import { openAssign } from '../../state/assign-dialog.ts';
import { openEntryDialog } from '../../state/entry-dialog.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Work } from './use-work.ts';

interface WorkEmptyProps {
  readonly work: Work;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

/** Why nothing is here, and what brings something: by seat, and by how far the plan has come. */
export function WorkEmpty({ work: { plan, viewer }, isFiltered, onClear }: WorkEmptyProps) {
  const icon = <Columns3 size={28} strokeWidth={1.5} aria-hidden />;
  if (isFiltered) {
    return (
      <EmptyState
        icon={icon}
        title={t('work.empty.filtered')}
        text={t('work.empty.filteredText')}
        action={<Button onClick={onClear}>{t('work.empty.showAll')}</Button>}
      />
    );
  }
  if (!viewer.isManager) {
    return (
      <EmptyState
        icon={icon}
        title={t('work.empty.own')}
        text={t('work.empty.ownText')}
        action={
          <Button
            shortcut="N"
            onClick={() => openEntryDialog({ kind: 'new', values: {}, isRequest: true })}
          >
            {t('work.empty.note')}
          </Button>
        }
      />
    );
  }
  if (plan.outcomes.every(({ isArchived }) => isArchived)) {
    return (
      <EmptyState
        icon={icon}
        title={t('work.empty.noOutcomes')}
        text={t('work.empty.noOutcomesText')}
        action={
          <Button variant="primary" onClick={() => go('outcome', { new: '1' })}>
            {t('work.empty.addOutcome')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={icon}
      title={t('work.empty.team')}
      text={t('work.empty.teamText')}
      action={
        <Button variant="primary" shortcut="N" onClick={() => openAssign()}>
          {t('work.give')}
        </Button>
      }
    />
  );
}
