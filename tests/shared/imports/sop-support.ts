import { readFileSync } from 'node:fs';
import path from 'node:path';
import type {
  ImportNoteCode,
  ImportedSop,
  SopChoices,
  SopReading,
} from '#shared/imports/sop-document';
import { readSopMarkdown, readSopPage } from '#shared/imports/sop-read';

const FOLDER = path.resolve(import.meta.dirname, '../../fixtures/sops');

export const documentText = (name: string): string => readFileSync(path.join(FOLDER, name), 'utf8');

/** A document of `tests/fixtures/sops` as it is read; throws where it is not. */
export function readDocument(name: string, choices: Partial<SopChoices> = {}): SopReading {
  const read = name.endsWith('.html') ? readSopPage : readSopMarkdown;
  const reading = read(documentText(name), name, choices);
  if (!reading.ok) throw new Error(reading.error.code);
  return reading.value;
}

export function readText(text: string, choices: Partial<SopChoices> = {}): SopReading {
  const reading = readSopMarkdown(text, 'notes.md', choices);
  if (!reading.ok) throw new Error(reading.error.code);
  return reading.value;
}

/** The one procedure of a reading. */
export function only({ sops }: SopReading): ImportedSop {
  const [sop, ...others] = sops;
  if (!sop || others.length > 0) throw new Error(`${sops.length} procedures`);
  return sop;
}

/** Sections with how many steps each has. */
export const shape = ({ groups }: ImportedSop): readonly (readonly [string | null, number])[] =>
  groups.map(({ title, steps }) => [title, steps.length]);

export const allSteps = ({ groups }: ImportedSop) => groups.flatMap(({ steps }) => steps);

export const stepTitles = (sop: ImportedSop): readonly string[] =>
  allSteps(sop).map(({ title }) => title);

export function stepNamed(sop: ImportedSop, title: string) {
  const step = allSteps(sop).find((each) => each.title === title);
  if (!step) throw new Error(`No step ${title}`);
  return step;
}

export const linesOf = ({ notes }: SopReading, code: ImportNoteCode): readonly number[] =>
  notes.filter((note) => note.code === code).map(({ line }) => line);
