import { MessageSquarePlus } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import type { DayKey } from '#shared/day';
import type { Sop, SopVersion } from '#shared/sops/sop';
import { versionInForce } from '#shared/sops/sop';
import { versionsOf } from '../../../data/sops.ts';
import { t } from '../../../i18n/text.ts';
import { IconButton } from '../../../ui/icon-button.tsx';

const SuggestDialog = lazy(async () => ({
  default: (await import('./suggest-dialog.tsx')).SuggestDialog,
}));

interface SuggestOnSopProps {
  readonly sop: Sop;
  /** The assistant's work day, by which a version is in force. */
  readonly day: DayKey;
}

/** Says what could be better in an SOP without running it. */
export function SuggestOnSop({ sop, day }: SuggestOnSopProps) {
  const [version, setVersion] = useState<SopVersion | null>(null);
  async function open(): Promise<void> {
    const versions = await versionsOf(sop.id);
    setVersion(versionInForce(versions, day) ?? versions[0] ?? null);
  }
  return (
    <>
      <IconButton
        size="sm"
        label={t('sopInsights.suggest.of', { title: sop.title })}
        icon={<MessageSquarePlus aria-hidden />}
        onClick={() => void open()}
      />
      {version && (
        <Suspense>
          <SuggestDialog version={version} stepId="" runId="" onClose={() => setVersion(null)} />
        </Suspense>
      )}
    </>
  );
}
