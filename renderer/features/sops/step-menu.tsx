import { MoreHorizontal } from 'lucide-react';
import type { Step } from '#shared/sops/step';
import { t } from '../../i18n/text.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { OutlineActs } from './outline-acts.ts';

interface StepMenuProps {
  readonly step: Step;
  readonly number: number;
  readonly acts: OutlineActs;
}

/** What can be done with a step, with the keys that do it. */
export function StepMenu({ step: { id }, number, acts }: StepMenuProps) {
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          size="sm"
          label={t('sops.editor.stepMore', { number })}
          icon={<MoreHorizontal size={14} aria-hidden />}
        />
      }
      items={[
        {
          key: 'add',
          label: t('sops.editor.addStepBelow'),
          hint: '↵',
          onSelect: () => acts.addStep(id),
        },
        {
          key: 'section',
          label: t('sops.editor.addSectionBelow'),
          hint: 'Shift+↵',
          onSelect: () => acts.addSection(id),
        },
        {
          key: 'duplicate',
          label: t('sops.editor.duplicateStep'),
          hint: 'Ctrl+D',
          onSelect: () => acts.duplicate(id),
        },
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
        { key: 'remove', label: t('sops.editor.removeStep'), onSelect: () => acts.remove(id) },
      ]}
    />
  );
}
