import { X } from 'lucide-react';
import { needsValue, testKindsFor } from '#shared/sops/check-tests';
import type { RuleTest } from '#shared/sops/rule';
import type { Step } from '#shared/sops/step';
import { t } from '../../../i18n/text.ts';
import { Combobox } from '../../../ui/combobox.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { asked, newTest } from './new-test.ts';
import { stepName, testKindWords } from '../../../i18n/rule-words.ts';
import css from './step-rules.module.css';

interface TestLineProps {
  readonly test: RuleTest;
  readonly number: number;
  readonly steps: readonly Step[];
  readonly earlier: readonly Step[];
  readonly onChange: (test: RuleTest) => void;
  /** Undefined at the only test of a rule. */
  readonly onRemove: (() => void) | undefined;
}

/** "[step] [is] [answer]": only what that step can be asked, with a field that fits its answers. */
export function TestLine({ test, number, steps, earlier, onChange, onRemove }: TestLineProps) {
  const read = steps.find(({ id }) => id === test.stepId);
  const isLater = read !== undefined && !earlier.includes(read);
  const kinds = read ? testKindsFor(read.kind) : [];
  const hasValue = read !== undefined && needsValue(test.kind);
  const offered = isLater && read ? [...earlier, read] : earlier;
  return (
    <div className={css['test']} data-plain={hasValue ? undefined : ''}>
      <Combobox
        label={t('sopRules.test.step')}
        isLabelHidden
        placeholder={t('sopRules.test.choose')}
        value={read ? read.id : null}
        onChange={(stepId) => {
          const next = earlier.find(({ id }) => id === stepId);
          if (next) onChange(newTest(next));
        }}
        options={offered.map((each) => ({
          value: each.id,
          label: stepName(each, steps.indexOf(each)),
        }))}
      />
      <Select
        label={t('sopRules.test.kind')}
        isLabelHidden
        isDisabled={!read}
        value={test.kind}
        onChange={(kind) => read && onChange(asked(read, kind, test.value))}
        options={(kinds.includes(test.kind) ? kinds : [...kinds, test.kind]).map((value) => ({
          value,
          label: read ? testKindWords(value, read) : t(`sopRules.kinds.${value}`),
        }))}
      />
      {hasValue && (
        <TestValue test={test} read={read} onChange={(value) => onChange({ ...test, value })} />
      )}
      {onRemove ? (
        <IconButton
          label={t('sopRules.removeTest', { number })}
          icon={<X size={14} aria-hidden />}
          onClick={onRemove}
        />
      ) : (
        <span />
      )}
    </div>
  );
}

interface TestValueProps {
  readonly test: RuleTest;
  readonly read: Step;
  readonly onChange: (value: RuleTest['value']) => void;
}

function TestValue({ test: { value }, read, onChange }: TestValueProps) {
  const label = t('sopRules.test.value');
  const text = typeof value === 'string' ? value : '';
  if (read.kind === 'number') {
    return (
      <NumberField
        label={label}
        isLabelHidden
        value={typeof value === 'number' ? value : null}
        onChange={onChange}
      />
    );
  }
  if (read.kind === 'choice') {
    const isGone = text !== '' && !read.options.includes(text);
    return (
      <Select
        label={label}
        isLabelHidden
        value={text === '' ? null : text}
        onChange={onChange}
        options={[
          ...read.options.map((option) => ({ value: option, label: option })),
          ...(isGone ? [{ value: text, label: t('sopRules.test.gone', { value: text }) }] : []),
        ]}
      />
    );
  }
  return (
    <TextField
      type={read.kind === 'date' ? 'date' : 'text'}
      label={label}
      isLabelHidden
      value={text}
      onChange={onChange}
      maxLength={200}
    />
  );
}
