import { ChevronDown, ChevronRight, GripVertical } from 'lucide-react';
import { memo, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { Step } from '#shared/sops/step';
import { t } from '../../i18n/text.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { pressInTitle, pressOnLine } from './line-keys.ts';
import type { OutlineActs } from './outline-acts.ts';
import { useRowDrag } from './outline-drag.ts';
import { StepProblemMark } from './rules/step-problem-mark.tsx';
import { StepAbout } from './step-about.tsx';
import css from './step-card.module.css';
import { StepFields } from './step-fields.tsx';
import { StepMenu } from './step-menu.tsx';

interface StepCardProps {
  readonly step: Step;
  readonly number: number;
  readonly isOpen: boolean;
  readonly acts: OutlineActs;
}

/** One step: a line with what to do; opened, everything about it. */
export const StepCard = memo(function StepCard({ step, number, isOpen, acts }: StepCardProps) {
  const { id, title } = step;
  const row = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const drag = useRowDrag(id, 'step', row, handle);
  const press = (event: KeyboardEvent) => {
    if (pressOnLine(event, id, acts)) return;
    const isDuplicate = event.key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey);
    if (!isDuplicate || event.shiftKey || event.altKey) return;
    event.preventDefault();
    acts.duplicate(id);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the key comes from any field inside
    <div
      ref={row}
      role="group"
      aria-label={t('sops.editor.stepLabel', {
        number,
        title: title || t('sops.editor.stepUntitled'),
      })}
      className={css['item']}
      data-kind="step"
      data-open={isOpen || undefined}
      data-dragged={drag.isDragged || undefined}
      data-edge={drag.edge ?? undefined}
      onKeyDown={press}
    >
      <div className={css['line']}>
        <span ref={handle} className={css['grip']} data-tooltip={t('sops.editor.drag', { number })}>
          <GripVertical size={14} aria-hidden />
        </span>
        <IconButton
          size="sm"
          label={t('sops.editor.details', { number })}
          icon={
            isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />
          }
          aria-expanded={isOpen}
          onClick={() => acts.toggle(id)}
        />
        <span className={css['number']}>{number}</span>
        <div className={css['title']}>
          <TextField
            label={t('sops.editor.stepTitle')}
            isLabelHidden
            placeholder={t('sops.editor.stepTitlePlaceholder')}
            value={title}
            onChange={(next) => acts.change({ ...step, title: next })}
            onKeyDown={(event) => pressInTitle(event, { id, isEmpty: title === '' }, acts)}
            maxLength={200}
          />
        </div>
        {!isOpen && (
          <>
            <StepAbout step={step} />
            <StepProblemMark stepId={id} />
          </>
        )}
        <StepMenu step={step} number={number} acts={acts} />
      </div>
      {isOpen && <StepFields step={step} onChange={acts.change} />}
    </div>
  );
});
