import type { SopChoices, SopReading } from '#shared/imports/sop-document';
import { t } from '../../../i18n/text.ts';
import { Select } from '../../../ui/select.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import css from './import-dialog.module.css';

interface ImportChoicesProps {
  readonly reading: SopReading;
  readonly onChoose: (choices: Partial<SopChoices>) => void;
}

/** The shapes of a document that can be read either way: only those that it has. */
export function ImportChoices({ reading: { choices, offers }, onChoose }: ImportChoicesProps) {
  const hasAny =
    offers.splits.length > 0 || offers.headings || offers.nested || offers.bullets || offers.prose;
  if (!hasAny) return null;
  const change = (change: Partial<SopChoices>) => onChoose({ ...choices, ...change });
  return (
    <section className={css['part']} aria-label={t('sopPort.choices.title')}>
      <h3 className={css['partTitle']}>{t('sopPort.choices.title')}</h3>
      {offers.splits.length > 0 && (
        <Select
          label={t('sopPort.choices.split')}
          value={String(choices.split)}
          onChange={(depth) => change({ split: depth === '1' ? 1 : depth === '2' ? 2 : 0 })}
          options={[
            { value: '0', label: t('sopPort.choices.splits.whole') },
            ...offers.splits.map(({ depth, titles }) => ({
              value: String(depth),
              label: t(
                depth === 1 ? 'sopPort.choices.splits.large' : 'sopPort.choices.splits.small',
                {
                  count: titles.length,
                },
              ),
            })),
          ]}
        />
      )}
      {offers.headings && (
        <Choice
          label={t('sopPort.choices.headings')}
          value={choices.headings}
          onChange={(headings) => change({ headings })}
          options={(['steps', 'sections'] as const).map((value) => ({
            value,
            label: t(`sopPort.choices.headingsAre.${value}`),
          }))}
        />
      )}
      {offers.nested && (
        <Choice
          label={t('sopPort.choices.nested')}
          value={choices.nested}
          onChange={(nested) => change({ nested })}
          options={(['how', 'steps'] as const).map((value) => ({
            value,
            label: t(`sopPort.choices.nestedAre.${value}`),
          }))}
        />
      )}
      {offers.bullets && (
        <Choice
          label={t('sopPort.choices.bullets')}
          value={choices.bullets}
          onChange={(bullets) => change({ bullets })}
          options={(['how', 'steps'] as const).map((value) => ({
            value,
            label: t(`sopPort.choices.bulletsAre.${value}`),
          }))}
        />
      )}
      {offers.prose && (
        <Choice
          label={t('sopPort.choices.prose')}
          value={choices.prose}
          onChange={(prose) => change({ prose })}
          options={(['steps', 'leave'] as const).map((value) => ({
            value,
            label: t(`sopPort.choices.proseIs.${value}`),
          }))}
        />
      )}
    </section>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly options: readonly { readonly value: T; readonly label: string }[];
}

function Choice<T extends string>(props: ChoiceProps<T>) {
  return (
    <div className={css['choice']}>
      <span className={css['choiceLabel']}>{props.label}</span>
      <Segmented size="sm" {...props} />
    </div>
  );
}
