import { useMemo } from 'react';
import { nestedIn, sopCycle } from '#shared/sops/nested';
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
  const ownId = sop.id;
  const options = useMemo(() => {
    const byId = new Map(sops.map((each) => [each.id, each]));
    const nestedOf = (id: string) => nestedIn(byId.get(id)?.draftSteps ?? []);
    const wouldEnd = (id: string) =>
      sopCycle(ownId, (from) => (from === ownId ? [id] : nestedOf(from))) === null;
    return sops
      .filter(({ id, isArchived }) => id === value || (!isArchived && wouldEnd(id)))
      .map(({ id, title }) => ({ value: id, label: title || t('sops.untitled') }));
  }, [ownId, sops, value]);
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
