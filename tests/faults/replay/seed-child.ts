import { answerSeeds } from '../seed-processes.ts';
import { runReplay } from './run-replay.ts';

answerSeeds(runReplay);
