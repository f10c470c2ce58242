import { TIME_UNITS } from '#shared/plan/working-amount';
import type { TimeUnit } from '#shared/plan/working-amount';
import { t } from '../../i18n/text.ts';
import { Select } from '../../ui/select.tsx';

interface TimeUnitSelectProps {
  readonly value: TimeUnit;
  readonly onChange: (unit: TimeUnit) => void;
}

/** Working minutes or working hours. */
export function TimeUnitSelect({ value, onChange }: TimeUnitSelectProps) {
  return (
    <Select
      label={t('outcomes.measure.timeUnit')}
      value={value}
      onChange={onChange}
      options={TIME_UNITS.map((unit) => ({ value: unit, label: t(`outcomes.timeUnit.${unit}`) }))}
    />
  );
}
