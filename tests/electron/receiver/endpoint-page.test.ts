import { execFile, execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { ownCertificate } from '../../../electron/receiver/own-certificate.ts';
import { temporaryFolder } from '../sync/parts/temporary-folder.ts';
import { receiverTeam, SETUP_SECRET } from './parts/receiver-team.ts';
import { WORKSPACE } from './parts/team-over.ts';

const PAGE = new URL('../../../electron/receiver/ENDPOINT.md', import.meta.url);

const canRun = ['curl', 'openssl', 'basenc', 'sha256sum'].every((program) => {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`]);
    return true;
  } catch {
    return false;
  }
});

/** The page's examples: what is run, and the lines that each says it prints. */
const examples = [...readFileSync(PAGE, 'utf8').matchAll(/^```sh\n(.*?)^```/gms)].map(
  ([, code = '']) => code,
);

test.skipIf(!canRun)('every example of the page does what the page says', async () => {
  const folder = temporaryFolder();
  const team = await receiverTeam(folder);
  onTestFinished(() => team.close());
  const encrypted = await receiverTeam(temporaryFolder(), { tls: await ownCertificate(folder) });
  onTestFinished(() => encrypted.close());
  const ana = team.invite('ana');
  await team.sendPlan();
  writeFileSync(join(folder, 'batch.outlog'), ana.log().writeMany(30).batch());
  writeFileSync(join(folder, 'claim.json'), JSON.stringify(team.served));
  const env = {
    PATH: process.env['PATH'],
    URL: team.url,
    TLS_URL: encrypted.url,
    WORKSPACE,
    INVITE_SEED: ana.seed.toString('hex'),
    SETUP_SECRET,
  };
  // One shell runs them all: what an example sets, later ones use.
  const script = examples.map((code, at) => `echo "=== ${at}"\n${code}`).join('\n');
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: folder,
    env,
  });
  const printed = stdout.split(/^=== \d+\n/m).slice(1);
  expect(printed).toHaveLength(examples.length);
  for (const [at, code] of examples.entries()) {
    const promised = [...code.matchAll(/^# (\d+)$/gm)].map(([, line]) => line);
    const numbers = (printed[at] ?? '').split('\n').filter((line) => /^\d+$/.test(line));
    expect(numbers, code).toEqual(promised);
  }
  expect(printed[0]).toContain(team.receiver.receiverKey);
  const fingerprint = encrypted.receiver.certSha256?.toUpperCase().match(/../g)?.join(':');
  expect(printed[2]).toContain(fingerprint);
});

test('the page has examples, and every status that a receiver refuses with', () => {
  expect(examples.length).toBeGreaterThan(8);
  const page = readFileSync(PAGE, 'utf8');
  for (const status of [400, 401, 403, 404, 405, 409, 411, 413, 415, 422, 429, 503, 507]) {
    expect(page).toMatch(new RegExp(`^\\|[^|]*${status}`, 'm'));
  }
});
