import { runProgram } from './launch/run-typescript.mjs';

await runProgram('tests/bench/run.ts');
