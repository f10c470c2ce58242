import { useMemo } from 'react';
import { t } from '../../i18n/text.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { zoneOptions } from '../../app/parts/zones.ts';

interface ZoneFieldProps {
  readonly value: string;
  readonly onChange: (zone: string) => void;
}

export function ZoneField({ value, onChange }: ZoneFieldProps) {
  const options = useMemo(() => zoneOptions(), []);
  return (
    <Combobox
      label={t('welcome.zone')}
      description={t('welcome.zoneHint')}
      value={value}
      onChange={(zone) => zone !== null && onChange(zone)}
      options={options}
    />
  );
}
