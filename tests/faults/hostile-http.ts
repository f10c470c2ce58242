import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { seededRandom } from '../../shared/random.ts';
import { teamOver, WORKSPACE } from '../electron/receiver/parts/team-over.ts';
import { removeBuiltReceiver } from './build-receiver.ts';
import type { Fault, FaultOptions, FaultResult } from './fault.ts';
import type { MakeAttack } from './hostile-http/attack.ts';
import { CONTENT_ATTACKS } from './hostile-http/content-attacks.ts';
import { IDENTITY_ATTACKS } from './hostile-http/identity-attacks.ts';
import { exchangeRaw } from './hostile-http/raw-exchange.ts';
import { startReceiver } from './receiver-process.ts';
import { openScene, type Scene } from './hostile-http/scene.ts';
import { WIRE_ATTACKS } from './hostile-http/wire-attacks.ts';

const ATTACKS: readonly (readonly [name: string, make: MakeAttack])[] = Object.entries({
  ...IDENTITY_ATTACKS,
  ...CONTENT_ATTACKS,
  ...WIRE_ATTACKS,
});

const AT_ONCE = 8;
/** Words of the program's own that nobody outside is to read. */
const LEAKS = /node_modules|\bat .*\.ts:|Error:|ENOENT|\/tmp\//;

/**
 * A receiver in a process of its own, and requests meant to hurt it. None may end it, hang, be granted
 * what is not due, or learn anything of the program; good ones in between are granted; and in the end
 * exactly what good ones brought is there.
 */
export const hostileHttp: Fault = { defaultCount: 1_000, run };

async function run({ count, seed, onProgress }: FaultOptions): Promise<FaultResult> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'outlog-hostile-http-'));
  const receiver = await startReceiver(path.join(root, 'data'));
  const tally = { wrong: 0, hung: 0, leaks: 0, refusedWrongly: 0 };
  try {
    const random = seededRandom(seed);
    const team = await teamOver(receiver.url, receiver.setupSecret);
    const scene = await openScene(team, receiver.setupSecret, random);
    const port = Number(new URL(receiver.url).port);
    const order = Array.from({ length: count }, (_, at) => ATTACKS[at % ATTACKS.length]);
    const waiting = random.shuffled(order).entries();
    const work = async (): Promise<void> => {
      for (const [at, attack] of waiting) {
        if (attack === undefined) continue;
        const { isHonest = false, ...request } = attack[1](scene, random.fork(String(at)));
        const { statuses, text, isHung } = await exchangeRaw(port, request);
        const isGranted = statuses.some((status) => status < 300 && status !== 100);
        if (isHung) tally.hung += 1;
        if (isGranted && !isHonest) tally.wrong += 1;
        if (!isGranted && isHonest) tally.refusedWrongly += 1;
        if (LEAKS.test(text)) tally.leaks += 1;
        onProgress(at + 1);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const crashes = receiver.isRunning() ? 0 : 1;
    const { strange, lost } = await compareHeld(scene);
    const complaints = receiver.complaints().split('\n').filter(Boolean).length;
    const escaped = strayFiles(root);
    const badEnds = (await receiver.end()) === 0 ? 0 : 1;
    const figures = { crashes, wrong: tally.wrong + strange + escaped, ...rest(tally) };
    const all = { ...figures, complaints, badEnds };
    const isGood = lost === 0 && Object.values(all).every((figure) => figure === 0);
    return { name: 'hostile-http', count, lost, figures: all, isGood };
  } finally {
    await receiver.end();
    await removeBuiltReceiver();
    rmSync(root, { recursive: true, force: true });
  }
}

const rest = ({
  hung,
  leaks,
  refusedWrongly,
}: Record<'hung' | 'leaks' | 'refusedWrongly', number>) => ({
  hung,
  leaks,
  refusedWrongly,
});

/** What is held and should not be, and the other way round. */
async function compareHeld({ team, held }: Scene): Promise<{ strange: number; lost: number }> {
  const listed = new Set<string>();
  for (let after = '', hasMore = true; hasMore;) {
    const query = after === '' ? '' : `?after=${after}`;
    const { json } = await team.ask(`/v1/workspaces/${WORKSPACE}/batches${query}`, {
      token: team.founderToken,
    });
    // The receiver's own words, checked against its description elsewhere.
    const page = json as { items: { sha256: string }[]; next: string; hasMore: boolean };
    for (const { sha256 } of page.items) listed.add(sha256);
    ({ next: after, hasMore } = page);
  }
  return {
    strange: [...listed].filter((hash) => !held.has(hash)).length,
    lost: [...held].filter((hash) => !listed.has(hash)).length,
  };
}

/** Files that lie where a receiver lays none: beside its folder, as pieces, or under a code. */
function strayFiles(root: string): number {
  const beside = readdirSync(root).filter((name) => name !== 'data').length;
  const workspace = path.join(root, 'data', 'v1', WORKSPACE);
  const pieces = path.join(workspace, 'evidence');
  const pieceCount = existsSync(pieces) ? readdirSync(pieces, { recursive: true }).length : 0;
  const others = readdirSync(path.join(root, 'data', 'v1')).filter((name) => name !== WORKSPACE);
  return beside + pieceCount + others.length;
}
