import { useMemo } from 'react';
import type { Sop } from '#shared/sops/sop';
import { t } from '../../i18n/text.ts';
import { PickField } from '../../ui/pick-field.tsx';
import css from './new-sop-dialog.module.css';

interface CopyPickerProps {
  readonly sops: readonly Sop[];
  readonly chosen: Sop | null;
  readonly onChoose: (sop: Sop) => void;
}

/** Which SOP is copied, found by typing. */
export function CopyPicker({ sops, chosen, onChoose }: CopyPickerProps) {
  const options = useMemo(
    () => sops.map(({ id, title }) => ({ value: id, label: title || t('sops.untitled') })),
    [sops],
  );
  return (
    <div className={css['copy']}>
      <PickField
        label={t('sops.create.copyOfWhich')}
        placeholder={t('sops.create.copyOfWhich')}
        options={options}
        onPick={(id) => {
          const sop = sops.find((each) => each.id === id);
          if (sop) onChoose(sop);
        }}
      />
      {chosen && (
        <p className={css['chosen']}>
          {t('sops.create.chosen', { title: chosen.title || t('sops.untitled') })}
        </p>
      )}
    </div>
  );
}
