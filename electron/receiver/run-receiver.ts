import { randomBytes } from 'node:crypto';
import { readArguments, USAGE } from './headless/read-arguments.ts';
import { startHeadless } from './headless/start-headless.ts';
import type { ReceiverLog } from './receiver-log.ts';

/** `npm run receiver`: a receiver in plain Node, until SIGTERM or Ctrl+C. */
async function run(): Promise<void> {
  const args = readArguments(process.argv.slice(2));
  if (typeof args === 'string') {
    process.stderr.write(`${args}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  const log: ReceiverLog = (event, detail) => {
    if (event === 'request' && !args.isVerbose) return;
    const line = { at: new Date().toISOString(), event, ...detail };
    process.stderr.write(`${JSON.stringify(line)}\n`);
  };
  const end = await startHeadless(args, {
    databaseUrl: process.env['DATABASE_URL'] ?? null,
    nowMs: Date.now,
    random: randomBytes,
    log,
    say: (line) => process.stdout.write(`${line}\n`),
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      end().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
