import { reportCounts, runTests } from './launch/run-tests.mjs';
import { runCommand } from './setup/say.mjs';

await runCommand(async () => reportCounts(await runTests(process.argv.slice(2))));
