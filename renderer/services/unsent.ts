import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { ok } from '#shared/result';
import type { Change } from '#shared/stream/change';
import type { UnsentPart } from '#shared/unsent-changes';
import { readEntry } from '../data/deliverables.ts';
import { bridge } from '../bridge.ts';

/** A change that is not at the target, and what the record is called to which it belongs. */
export interface UnsentChange extends Pick<Change, 'seq' | 'type' | 'id' | 'fields'> {
  /** The title of the work, where it is work and has one; else empty. */
  readonly title: string;
  /** The line as it will leave. */
  readonly line: string;
}

export interface Unsent extends Omit<UnsentPart, 'lines'> {
  readonly changes: readonly UnsentChange[];
}

/** What is not sent yet, stream by stream, read from the journal itself and not from what is shown. */
export async function readUnsent(
  workspace: string,
): Promise<Result<readonly Unsent[], IpcFailure>> {
  const answer = await bridge.unsentChanges({ workspace });
  if (!answer.ok) return answer;
  return ok(await Promise.all(answer.value.map(withTitles)));
}

async function withTitles({ lines, ...part }: UnsentPart): Promise<Unsent> {
  const texts = new TextDecoder().decode(lines).split('\n').filter(Boolean);
  const changes = await Promise.all(
    texts.map(async (line): Promise<UnsentChange> => {
      const { seq, type, id, fields } = changeIn(line);
      return { seq, type, id, fields, line, title: await titleOf(part, { type, id, fields }) };
    }),
  );
  return { ...part, changes };
}

/** The lines are our own journal's, which checked them when it was opened. */
const changeIn = (line: string): Change => JSON.parse(line) as Change;

async function titleOf(
  { audience }: Pick<UnsentPart, 'audience'>,
  { type, id, fields }: Pick<Change, 'type' | 'id' | 'fields'>,
): Promise<string> {
  const own = fields['title'] ?? fields['name'];
  if (typeof own === 'string') return own;
  if (type !== 'deliverable') return '';
  return (await readEntry(audience, id))?.title ?? '';
}
