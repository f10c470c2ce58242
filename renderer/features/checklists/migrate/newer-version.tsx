import { useState } from 'react';
import type { Run } from '#shared/sops/run';
import type { SopVersion } from '#shared/sops/sop';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { keepVersion } from '../../../services/run-versions.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { MigrateDialog } from './migrate-dialog.tsx';
import css from './migrate.module.css';
import { useOffer } from './use-offer.ts';

interface NewerVersionProps {
  readonly plan: Plan;
  readonly run: Run;
  readonly version: SopVersion;
}

/** Says, in one's own open run, that a newer version is in force; what to do about it is nobody else's choice. */
export function NewerVersion({ plan, run, version }: NewerVersionProps) {
  const offer = useOffer(plan, run, version);
  const [isOpen, setIsOpen] = useState(false);
  if (!offer) return null;
  const { to } = offer;
  const keep = async (): Promise<void> => {
    const kept = await keepVersion(run, to);
    announceSaved(t('sopVersions.migrate.kept', { number: version.number }), kept);
  };
  return (
    <>
      <Callout
        tone="accent"
        title={t('sopVersions.migrate.banner', { number: to.number })}
        action={
          <span className={css['choices']}>
            <Button size="sm" variant="quiet" onClick={() => void keep()}>
              {t('sopVersions.migrate.keep', { number: version.number })}
            </Button>
            <Button size="sm" onClick={() => setIsOpen(true)}>
              {t('sopVersions.migrate.see')}
            </Button>
          </span>
        }
      >
        {to.changeNote || t('sopVersions.migrate.bannerText', { own: version.number })}
      </Callout>
      {isOpen && (
        <MigrateDialog
          plan={plan}
          run={run}
          version={version}
          offer={offer}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
