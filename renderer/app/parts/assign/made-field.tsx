import type { RecurrenceDraft } from '#shared/deliverables/recurrence';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { Select } from '../../../ui/select.tsx';

interface MadeFieldProps {
  readonly plan: Plan;
  readonly draft: RecurrenceDraft;
  readonly onChange: (part: Partial<RecurrenceDraft>) => void;
}

/** Stands for no procedure: an empty choice would look as if nothing were chosen. */
const WORK = 'work';

/** What comes each time: a piece of work, or a run of one of the outcome's procedures. */
export function MadeField({ plan, draft, onChange }: MadeFieldProps) {
  const { sopId, outcomeId, title } = draft;
  const sops = plan.sops.filter(
    (sop) =>
      sop.id === sopId ||
      (!sop.isArchived && sop.publishedVersion > 0 && sop.outcomeId === outcomeId),
  );
  if (sops.length === 0) return null;
  const choose = (chosen: string): void => {
    const sop = plan.sopById.get(chosen);
    const wasNamedAfter = plan.sopById.get(sopId)?.title === title;
    const isNamedHere = title.trim() !== '' && !wasNamedAfter;
    onChange({ sopId: sop?.id ?? '', ...(!isNamedHere && { title: sop?.title ?? '' }) });
  };
  return (
    <Select
      label={t('schedules.made.label')}
      value={sopId || WORK}
      options={[
        { value: WORK, label: t('schedules.made.work') },
        ...sops.map(({ id, title: name }) => ({
          value: id,
          label: t('schedules.made.run', { title: name }),
        })),
      ]}
      onChange={choose}
    />
  );
}
