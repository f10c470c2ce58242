import { app } from 'electron';

/** Which program this is, as the first line of a log that somebody sends in. */
export const programLine = (): string =>
  `Outlog ${app.getVersion()}, Electron ${process.versions.electron}, ${process.platform} ${process.arch}`;
