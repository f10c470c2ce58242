import { runProgram } from './launch/run-typescript.mjs';

await runProgram('tests/screenshots/run.ts');
