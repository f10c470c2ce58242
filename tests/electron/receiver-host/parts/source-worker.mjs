/** The receiver's thread from its source: what is shipped is built. */
import { register } from 'tsx/esm/api';

register();
await import('../../../../electron/receiver-host/receiver-worker.ts');
