import { useState } from 'react';
import type { IpcFailure, PullSummary } from '#shared/ipc';
import type { Result } from '#shared/result';
import { ImportSummaryList } from '../../app/parts/import-summary.tsx';
import { bridge } from '../../bridge.ts';
import { failureText } from '../../i18n/failures.ts';
import { t } from '../../i18n/text.ts';
import type { ImportSummary } from '../../services/sync.ts';
import { mergePulled } from '../../services/sync.ts';
import { Callout } from '../../ui/callout.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import css from './by-hand.module.css';
import { joinedSummaries } from './joined-summaries.ts';

/** Batch files without a folder: dropped or chosen, then what they brought. */
export function ByHand({ workspace }: { readonly workspace: string }) {
  const [isBusy, setIsBusy] = useState(false);
  const [result, setResult] = useState<Result<ImportSummary, IpcFailure> | null>(null);
  const run = async (take: () => Promise<Result<PullSummary, IpcFailure>>) => {
    setIsBusy(true);
    const taken = await mergePulled(take());
    setIsBusy(false);
    if (taken.ok || taken.error.code !== 'cancelled') setResult(taken);
  };
  return (
    <div className={css['hand']}>
      <FileDrop
        label={t('sync.byHand.drop')}
        hint={t('sync.byHand.hint')}
        chooseLabel={t('sync.byHand.choose')}
        isBusy={isBusy}
        onChoose={() => void run(() => bridge.chooseBatchFiles({ workspace }))}
        onFiles={(files) => void run(() => addFiles(workspace, files))}
      />
      {result && <Outcome result={result} />}
    </div>
  );
}

async function addFiles(
  workspace: string,
  files: readonly File[],
): Promise<Result<PullSummary, IpcFailure>> {
  const summaries: PullSummary[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const added = await bridge.addBatchBytes({ workspace, name: file.name, bytes });
    if (!added.ok) return added;
    summaries.push(added.value);
  }
  return { ok: true, value: joinedSummaries(summaries) };
}

function Outcome({ result }: { readonly result: Result<ImportSummary, IpcFailure> }) {
  if (result.ok) return <ImportSummaryList summary={result.value} />;
  const { title, text } = failureText(result.error);
  return (
    <Callout tone="bad" title={title}>
      {text}
    </Callout>
  );
}
