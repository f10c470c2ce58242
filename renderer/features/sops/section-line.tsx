import { ChevronDown, ChevronRight, GripVertical, MoreHorizontal } from 'lucide-react';
import { memo, useRef } from 'react';
import type { Section } from '#shared/sops/section';
import { t } from '../../i18n/text.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { pressInTitle, pressOnLine } from './line-keys.ts';
import type { OutlineActs } from './outline-acts.ts';
import { useRowDrag } from './outline-drag.ts';
import css from './step-card.module.css';

interface SectionLineProps {
  readonly section: Section;
  readonly stepCount: number;
  readonly isCollapsed: boolean;
  readonly acts: OutlineActs;
}

/** A heading: the steps below it, up to the next one, are its own and go along when it moves. */
export const SectionLine = memo(function SectionLine({
  section,
  stepCount,
  isCollapsed,
  acts,
}: SectionLineProps) {
  const { id, title } = section;
  const row = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const drag = useRowDrag(id, 'section', row, handle);
  const name = title || t('sops.editor.sectionUntitled');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the key comes from any field inside
    <div
      ref={row}
      role="group"
      aria-label={t('sops.editor.sectionLabel', { title: name })}
      className={css['item']}
      data-kind="section"
      data-dragged={drag.isDragged || undefined}
      data-edge={drag.edge ?? undefined}
      onKeyDown={(event) => void pressOnLine(event, id, acts)}
    >
      <div className={css['line']}>
        <span
          ref={handle}
          className={css['grip']}
          data-tooltip={t('sops.editor.dragSection', { title: name })}
        >
          <GripVertical size={14} aria-hidden />
        </span>
        <IconButton
          size="sm"
          label={t(isCollapsed ? 'sops.editor.expand' : 'sops.editor.collapse', { title: name })}
          icon={
            isCollapsed ? (
              <ChevronRight size={14} aria-hidden />
            ) : (
              <ChevronDown size={14} aria-hidden />
            )
          }
          aria-expanded={!isCollapsed}
          onClick={() => acts.toggle(id)}
        />
        <div className={css['title']}>
          <TextField
            label={t('sops.editor.sectionTitle')}
            isLabelHidden
            placeholder={t('sops.editor.sectionPlaceholder')}
            value={title}
            onChange={(next) => acts.rename({ ...section, title: next })}
            onKeyDown={(event) => pressInTitle(event, { id, isEmpty: title === '' }, acts)}
            maxLength={120}
          />
        </div>
        <span className={css['about']}>{t('sops.editor.stepCount', { count: stepCount })}</span>
        <Menu
          align="end"
          trigger={
            <IconButton
              size="sm"
              label={t('sops.editor.sectionMore', { title: name })}
              icon={<MoreHorizontal size={14} aria-hidden />}
            />
          }
          items={[
            { key: 'add', label: t('sops.editor.addStepBelow'), onSelect: () => acts.addStep(id) },
            {
              key: 'up',
              label: t('sops.editor.moveUp'),
              hint: 'Alt+↑',
              onSelect: () => acts.moveBy(id, 'up'),
            },
            {
              key: 'down',
              label: t('sops.editor.moveDown'),
              hint: 'Alt+↓',
              onSelect: () => acts.moveBy(id, 'down'),
            },
            { key: 'line', kind: 'separator' },
            {
              key: 'remove',
              label: t('sops.editor.removeSection'),
              onSelect: () => acts.remove(id),
            },
          ]}
        />
      </div>
    </div>
  );
});
