import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, GripVertical, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { Step } from '#shared/sops/step';
import { t } from '../../i18n/text.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './step-card.module.css';
import { StepFields } from './step-fields.tsx';

interface StepCardProps {
  readonly step: Step;
  readonly index: number;
  readonly count: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onChange: (step: Step) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  readonly onDragStart: () => void;
  readonly onDragEnd: () => void;
}

/** One step: a line with what to do; opened, everything about it. Alt and an arrow move it. */
export function StepCard(props: StepCardProps) {
  const { step, index, count, isOpen, onToggle, onChange, onMove, onRemove } = props;
  const number = index + 1;
  const moveByKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? index - 1 : index + 1);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the key comes from any field inside
    <div
      role="group"
      aria-label={t('sops.editor.stepLabel', {
        number,
        title: step.title || t('sops.editor.stepUntitled'),
      })}
      onKeyDown={moveByKey}
    >
      <div className={css['line']}>
        <span
          className={css['grip']}
          data-tooltip={t('sops.editor.drag', { number })}
          draggable
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', step.title);
            props.onDragStart();
          }}
          onDragEnd={props.onDragEnd}
        >
          <GripVertical size={14} aria-hidden />
        </span>
        <IconButton
          size="sm"
          label={t('sops.editor.details')}
          icon={
            isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />
          }
          aria-expanded={isOpen}
          onClick={onToggle}
        />
        <span className={css['number']}>{number}</span>
        <div className={css['title']}>
          <TextField
            label={t('sops.editor.stepTitle')}
            isLabelHidden
            placeholder={t('sops.editor.stepTitlePlaceholder')}
            value={step.title}
            onChange={(title) => onChange({ ...step, title })}
            maxLength={200}
          />
        </div>
        <IconButton
          size="sm"
          label={t('sops.editor.moveUp', { number })}
          icon={<ArrowUp size={14} aria-hidden />}
          isDisabled={index === 0}
          onClick={() => onMove(index - 1)}
        />
        <IconButton
          size="sm"
          label={t('sops.editor.moveDown', { number })}
          icon={<ArrowDown size={14} aria-hidden />}
          isDisabled={index === count - 1}
          onClick={() => onMove(index + 1)}
        />
        <IconButton
          size="sm"
          label={t('sops.editor.remove', { number })}
          icon={<Trash2 size={14} aria-hidden />}
          onClick={onRemove}
        />
      </div>
      {isOpen && <StepFields step={step} onChange={onChange} />}
    </div>
  );
}
