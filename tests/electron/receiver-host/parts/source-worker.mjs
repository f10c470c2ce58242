import { register } from 'tsx/esm/api';

register();
await import('../../../../electron/receiver-host/receiver-worker.ts');
