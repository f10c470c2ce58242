import { bridge } from '../bridge.ts';
import { recreateProjection } from '../data/current.ts';

/**
 * An empty database in the place of one that disagrees or cannot be read. Where the browser can neither
 * open nor delete what lies there, the main process takes it away. False where even that does not help.
 */
export async function rebuildDatabase(name: string): Promise<boolean> {
  if (await recreateProjection(name)) return true;
  const cleared = await bridge.clearDatabases();
  return cleared.ok && (await recreateProjection(name));
}
