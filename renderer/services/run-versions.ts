import type { IpcFailure } from '#shared/ipc';
import { fail } from '#shared/result';
import type { Result } from '#shared/result';
import type { MigrationPreview } from '#shared/sops/migrate';
import { keepFields, migrationFields } from '#shared/sops/migrate';
import type { Run } from '#shared/sops/run';
import { isRunOpen } from '#shared/sops/run';
import type { SopVersion } from '#shared/sops/sop';
import { t } from '../i18n/text.ts';
import { now } from './clock.ts';
import { runEdit } from './run-edits.ts';
import { saveUndoable } from './save.ts';

type Chosen = Promise<
  Result<{ readonly undo: () => Promise<Result<null, IpcFailure>> }, IpcFailure>
>;

/** The run stays with its version, though `newer` is in force: it is not asked about that one again. */
export async function keepVersion(run: Run, newer: SopVersion): Chosen {
  if (!isRunOpen(run)) return fail('run-ended', 'never');
  return await saveUndoable(t('sopVersions.undo.kept'), [
    runEdit(run, keepFields(run, newer, now())),
  ]);
}

/** The run goes on in `newer`, as its preview says; no answer is lost. */
export async function migrateRun(run: Run, newer: SopVersion, preview: MigrationPreview): Chosen {
  if (!isRunOpen(run)) return fail('run-ended', 'never');
  return await saveUndoable(t('sopVersions.undo.migrated', { number: newer.number }), [
    runEdit(run, migrationFields(run, newer, preview, now())),
  ]);
}
