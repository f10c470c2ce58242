import { useEffect, useState } from 'react';
import type { SopTemplate } from '#shared/sops/templates/template';
import { t } from '../../i18n/text.ts';
import { LoadingState } from '../../ui/loading-state.tsx';
import css from './new-sop-dialog.module.css';

interface TemplatePickerProps {
  readonly chosenId: string | null;
  readonly onChoose: (template: SopTemplate) => void;
}

/** Procedures to begin from: a radio group, so arrows move within it. */
export function TemplatePicker({ chosenId, onChoose }: TemplatePickerProps) {
  const [templates, setTemplates] = useState<readonly SopTemplate[] | null>(null);
  useEffect(() => {
    void import('#shared/sops/templates/sop-templates').then((loaded) =>
      setTemplates(loaded.SOP_TEMPLATES),
    );
  }, []);
  if (!templates) return <LoadingState />;
  return (
    <div role="radiogroup" aria-label={t('sops.create.templates')} className={css['templates']}>
      {templates.map((template) => (
        <label key={template.id} className={css['template']}>
          <input
            type="radio"
            name="template"
            checked={template.id === chosenId}
            onChange={() => onChoose(template)}
          />
          <span className={css['templateTitle']}>{template.title}</span>
          <span className={css['templateCount']}>
            {t('sops.editor.stepCount', { count: stepCount(template) })}
          </span>
          <span className={css['templateAbout']}>{template.about}</span>
        </label>
      ))}
    </div>
  );
}

const stepCount = ({ sections }: SopTemplate): number =>
  sections.reduce((sum, { steps }) => sum + steps.length, 0);
