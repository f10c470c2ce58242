import path from 'node:path';
import { isRecord, readJsonFile, writeJsonFile } from '../settings/json-file.ts';

/** A certificate and its key that somebody chose: read anew at every start, for they are renewed in place. */
export interface ChosenCertificate {
  readonly certificateFile: string;
  readonly keyFile: string;
}

/** What is remembered of a workspace's receiver on this computer. */
export interface HostConfig {
  readonly isOn: boolean;
  /** The port that invites name; null before the first start. */
  readonly port: number | null;
  /** Null: the receiver's own, which invites know by its fingerprint. */
  readonly certificate: ChosenCertificate | null;
}

const OFF: HostConfig = { isOn: false, port: null, certificate: null };
const FILE_NAME = 'receiver.json';
const HIGHEST_PORT = 65_535;

/** Field by field: one that is damaged costs itself alone. */
function parseConfig(stored: unknown): HostConfig {
  if (!isRecord(stored)) return OFF;
  const { isOn, port, certificate } = stored;
  return {
    isOn: isOn === true,
    port: isPort(port) ? port : null,
    certificate: parseCertificate(certificate),
  };
}

const isPort = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= HIGHEST_PORT;

function parseCertificate(stored: unknown): ChosenCertificate | null {
  if (!isRecord(stored)) return null;
  const { certificateFile, keyFile } = stored;
  return typeof certificateFile === 'string' && typeof keyFile === 'string'
    ? { certificateFile, keyFile }
    : null;
}

export const readHostConfig = (directory: string): HostConfig =>
  parseConfig(readJsonFile(path.join(directory, FILE_NAME)));

/** Throws the file system's own error. */
export const writeHostConfig = (directory: string, config: HostConfig): void =>
  writeJsonFile(path.join(directory, FILE_NAME), { v: 1, ...config });
