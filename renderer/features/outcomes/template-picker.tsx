import { ROLE_FAMILIES } from '#shared/plan/outcome';
import { templatesOf } from '#shared/plan/outcome-templates';
import type { TemplateId } from '#shared/plan/outcome-templates';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import css from './template-picker.module.css';
import { templateWords } from './template-words.ts';

interface TemplatePickerProps {
  readonly currency: string;
  readonly onPick: (template: TemplateId) => void;
}

/** What outcomes of each family are mostly about, as a sentence to begin with. */
export function TemplatePicker({ currency, onPick }: TemplatePickerProps) {
  return (
    <section aria-label={t('outcomes.templates.title')} className={css['templates']}>
      <p className={css['title']}>
        {t('outcomes.templates.title')}
        <span className={css['hint']}>{t('outcomes.templates.hint')}</span>
      </p>
      <dl className={css['families']}>
        {ROLE_FAMILIES.map((family) => (
          <div key={family} className={css['family']}>
            <dt className={css['name']}>{t(`outcomes.family.${family}`)}</dt>
            <dd className={css['choices']}>
              {templatesOf(family).map((template) => (
                <Tooltip
                  key={template.id}
                  label={templateWords(template, null, currency).statement}
                >
                  <Button size="sm" onClick={() => onPick(template.id)}>
                    {t(`outcomeTemplates.${template.id}.label`)}
                  </Button>
                </Tooltip>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
