import { useEffect, useMemo, useState } from 'react';
import { t } from '../../i18n/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './licences.module.css';
import { type Licence, loadLicences } from './licences.ts';

interface LicencesDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Everything of others that the program is made of, with the words under which it may be. */
export function LicencesDialog({ isOpen, onClose }: LicencesDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('settings.licences.title')}
      description={t('settings.licences.text')}
      size="xl"
    >
      <LicenceList />
    </Dialog>
  );
}

function LicenceList() {
  const [licences, setLicences] = useState<readonly Licence[] | null>(null);
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    void loadLicences().then(setLicences);
  }, []);
  const shown = useMemo(() => {
    const word = wanted.trim().toLowerCase();
    return (licences ?? []).filter(({ name, licence }) =>
      `${name} ${licence}`.toLowerCase().includes(word),
    );
  }, [licences, wanted]);
  if (licences === null) return <LoadingState />;
  return (
    <>
      <TextField label={t('settings.licences.search')} value={wanted} onChange={setWanted} />
      <p className={css['count']} role="status">
        {t('settings.licences.count', { count: shown.length })}
      </p>
      <ul className={css['list']}>
        {shown.map(({ name, version, licence, text }) => (
          <li key={`${name} ${version}`}>
            <details className={css['licence']}>
              <summary>
                <span className={css['name']}>{name}</span>
                <span className={css['muted']}>{version}</span>
                <span className={css['muted']}>{licence}</span>
              </summary>
              <pre className={css['text']}>{text || t('settings.licences.noText')}</pre>
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
