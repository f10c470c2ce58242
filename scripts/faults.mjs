import { runProgram } from './launch/run-typescript.mjs';

await runProgram('tests/faults/run.ts');
