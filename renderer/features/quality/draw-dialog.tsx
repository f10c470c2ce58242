import { useState } from 'react';
import type { Plan } from '../../data/plan.ts';
import { useLive } from '../../data/live.ts';
import { drawFromHistory } from '../../data/quality/draw.ts';
import { formatQuantity } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { drawSample } from '../../services/quality-samples.ts';
import { go } from '../../state/route.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { DrawPreview } from './draw-preview.tsx';
import { ScopeFields } from './draw-scope-fields.tsx';
import { SizeFields } from './draw-size-fields.tsx';
import type { DrawValues } from './draw-values.ts';
import { scopeOf, sizeOf, sizedByOf } from './draw-values.ts';
import css from './quality.module.css';

interface DrawDialogProps {
  readonly plan: Plan;
  readonly first: DrawValues;
  readonly onClose: () => void;
}

/** What to draw from and how much; how exact that will be is said beside it. */
export function DrawDialog({ plan, first, onClose }: DrawDialogProps) {
  const [values, setValues] = useState(first);
  const [isSaving, setIsSaving] = useState(false);
  const change = (part: Partial<DrawValues>) => setValues((held) => ({ ...held, ...part }));
  const scope = scopeOf(values, plan);
  const sizedBy = sizedByOf(values);
  const areDaysRight = values.fromDay !== '' && values.fromDay <= values.toDay;
  const counted = useCounted(scope, areDaysRight);
  const population = counted ?? 0;
  const size = sizedBy ? sizeOf(sizedBy, population) : 0;

  async function submit(): Promise<void> {
    if (!sizedBy || size === 0 || isSaving || counted === undefined) return;
    setIsSaving(true);
    const saved = await drawSample({ scope, sizedBy, size });
    setIsSaving(false);
    const title = t('quality.draw.drawn', { count: size, population });
    if (!announceSaved(title, saved) || !saved.ok) return;
    onClose();
    go('quality', { sample: saved.value.sampleId });
  }

  return (
    <FormDialog
      title={t('quality.draw.title')}
      description={t('quality.draw.text')}
      size="md"
      submitLabel={
        size === 0
          ? t('quality.draw.submitNone')
          : t('quality.draw.submit', { count: formatQuantity(size) })
      }
      isSaving={isSaving}
      className={css['form']}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <ScopeFields
        plan={plan}
        values={values}
        daysError={areDaysRight ? undefined : t('quality.draw.wrongDays')}
        onChange={change}
      />
      <SizeFields plan={plan} values={values} onChange={change} />
      <DrawPreview sizedBy={sizedBy} population={areDaysRight ? counted : 0} size={size} />
    </FormDialog>
  );
}

type Scope = ReturnType<typeof scopeOf>;

/** How much there is to draw from; undefined while it is counted. */
function useCounted(scope: Scope, isAsked: boolean): number | undefined {
  const key = JSON.stringify([scope, isAsked]);
  const counted = useLive(async () => {
    if (!isAsked) return { key, count: 0 };
    const groups = await drawFromHistory({ scope, size: 0, seed: '' });
    return { key, count: groups.reduce((sum, { populationCount }) => sum + populationCount, 0) };
  }, [key]);
  // The answer to what was asked before says nothing of this.
  return counted?.key === key ? counted.count : undefined;
}
