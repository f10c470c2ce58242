import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

/**
 * A copy of a packed program that a test can drive: nothing differs but the fuse that opens Node's
 * inspector, through which native dialogs are answered and the clock is set. What ships has it closed.
 * @param {import('./packed-program.mjs').PackedProgram} program
 * @returns {Promise<string>} the copy's executable
 */
export async function drivableCopy({ folder, executable }) {
  const copy = `${folder}-drivable`;
  await rm(copy, { recursive: true, force: true });
  await cp(folder, copy, { recursive: true, verbatimSymlinks: true });
  const driven = path.join(copy, path.relative(folder, executable));
  await flipFuses(driven, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    resetAdHocDarwinSignature: process.platform === 'darwin',
  });
  return driven;
}
