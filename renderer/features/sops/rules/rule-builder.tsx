import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { RULE_EFFECTS } from '#shared/sops/rule';
import type { Rule } from '#shared/sops/rule';
import type { Step } from '#shared/sops/step';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { newTest } from './new-test.ts';
import css from './step-rules.module.css';
import { TestLine } from './test-line.tsx';

interface RuleBuilderProps {
  readonly rule: Rule;
  readonly number: number;
  readonly steps: readonly Step[];
  /** The steps that it can ask about. */
  readonly earlier: readonly Step[];
  readonly onChange: (rule: Rule) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** One rule, built line by line. Escape closes it; every change is kept as it is made. */
export function RuleBuilder(props: RuleBuilderProps) {
  const { rule, number, steps, earlier, onChange, onRemove, onClose } = props;
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => group.current?.querySelector('button')?.focus(), []);
  const add = () => {
    const last = earlier.at(-1);
    if (last) onChange({ ...rule, tests: [...rule.tests, newTest(last)] });
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the key comes from any field inside
    <div
      ref={group}
      role="group"
      aria-label={t('sopRules.rule', { number })}
      className={css['open']}
      onKeyDown={(event) => {
        // A list that is open takes Escape first.
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={css['effect']}>
        <Select
          label={t('sopRules.effect')}
          isLabelHidden
          value={rule.effect}
          onChange={(effect) => onChange({ ...rule, effect })}
          options={RULE_EFFECTS.map((value) => ({ value, label: t(`sopRules.effects.${value}`) }))}
        />
        {rule.tests.length > 1 ? (
          <div className={css['match']}>
            <Select
              label={t('sopRules.match')}
              isLabelHidden
              value={rule.match}
              onChange={(match) => onChange({ ...rule, match })}
              options={(['all', 'any'] as const).map((value) => ({
                value,
                label: t(`sopRules.matches.${value}`),
              }))}
            />
          </div>
        ) : (
          <span className={css['if']}>{t('sopRules.if')}</span>
        )}
      </div>
      {rule.tests.map((test, nth) => (
        <TestLine
          // oxlint-disable-next-line react/no-array-index-key -- a test is known by its place alone
          key={nth}
          test={test}
          number={nth + 1}
          steps={steps}
          earlier={earlier}
          onChange={(next) => onChange({ ...rule, tests: rule.tests.with(nth, next) })}
          onRemove={
            rule.tests.length > 1
              ? () => onChange({ ...rule, tests: rule.tests.toSpliced(nth, 1) })
              : undefined
          }
        />
      ))}
      <div className={css['actions']}>
        <Button size="sm" variant="quiet" icon={<Plus size={14} aria-hidden />} onClick={add}>
          {t(`sopRules.addTest.${rule.match}`)}
        </Button>
        <Button size="sm" variant="quiet" onClick={onRemove}>
          {t('sopRules.remove', { number })}
        </Button>
        <Button size="sm" onClick={onClose}>
          {t('sopRules.close')}
        </Button>
      </div>
    </div>
  );
}
