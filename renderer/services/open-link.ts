import { bridge } from '../bridge.ts';
import { announceFailure } from './announce.ts';

/** Opens a page outside of Outlog, by the main process, which takes https links alone. Answers whether it did. */
export async function openLink(url: string): Promise<boolean> {
  const opened = await bridge.openLink({ url });
  if (!opened.ok && opened.error.code !== 'cancelled') announceFailure(opened.error);
  return opened.ok;
}
