import { useMemo } from 'react';
import { nestingOf } from '#shared/sops/draft-problems';
import { sopCycle } from '#shared/sops/nested';
import { t } from '../../i18n/text.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { useDraftDesk } from './rules/draft-desk.ts';

interface NestedSopFieldProps {
  readonly value: string;
  readonly onChange: (sopId: string) => void;
}

/** Which SOP a step runs. What would come back to this one is not offered. */
export function NestedSopField({ value, onChange }: NestedSopFieldProps) {
  const { sop, sops } = useDraftDesk();
  const options = useMemo(() => {
    const nestedOf = nestingOf(sop, new Map(sops.map((each) => [each.id, each])));
    const wouldEnd = (id: string) =>
      sopCycle(sop.id, (from) => (from === sop.id ? [id] : nestedOf(from))) === null;
    return sops
      .filter(({ id, isArchived }) => id === value || (!isArchived && wouldEnd(id)))
      .map(({ id, title }) => ({ value: id, label: title || t('sops.untitled') }));
  }, [sop, sops, value]);
  return (
    <Combobox
      label={t('sopRules.kind.nested')}
      description={t('sopRules.kind.nestedHint')}
      placeholder={t('sopRules.kind.nestedPlaceholder')}
      value={value === '' ? null : value}
      onChange={(sopId) => onChange(sopId ?? '')}
      options={options}
    />
  );
}
