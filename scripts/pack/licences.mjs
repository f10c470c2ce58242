import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT } from '../setup/project.mjs';

const MODULE = 'virtual:licences';
const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;

/** @typedef {{ version?: string, dev?: boolean, link?: boolean, devOptional?: boolean, license?: string }} Locked */

/**
 * The packages of the lockfile that ship: those that a production dependency leads to.
 * @returns {Promise<{ name: string, version: string, licence: string, text: string }[]>}
 */
export async function productionLicences() {
  /** @type {{ packages: Record<string, Locked> }} */
  const { packages } = JSON.parse(await readFile(path.join(PROJECT, 'package-lock.json'), 'utf8'));
  const shipped = Object.entries(packages).filter(
    ([place, { dev, devOptional, link }]) => place !== '' && !dev && !devOptional && !link,
  );
  const read = shipped.map(async ([place, { version = '', license }]) => {
    const folder = path.join(PROJECT, place);
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const names = await readdir(folder).catch(() => null);
    // A package of another system lies in the lockfile and not on the disk: it is not built in.
    if (names === null) return null;
    const files = names.filter((each) => LICENCE_FILE.test(each)).toSorted();
    const texts = await Promise.all(
      files.map((file) => readFile(path.join(folder, file), 'utf8').catch(() => '')),
    );
    return {
      name,
      version,
      licence: license ?? (await olderStatement(folder)),
      text: texts.join('\n\n').replaceAll('\r\n', '\n').trim(),
    };
  });
  const found = (await Promise.all(read)).filter((each) => each !== null);
  // One package may lie in several folders.
  const once = new Map(found.map((each) => [`${each.name} ${each.version}`, each]));
  return [...once.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

/**
 * Packages from before 2015 list their licences instead of stating an SPDX expression.
 * @param {string} folder
 */
async function olderStatement(folder) {
  /** @type {{ licenses?: { type?: string }[] }} */
  const { licenses } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  return licenses?.map(({ type }) => type).join(' OR ') || 'not stated';
}

/**
 * The list as a module of its own, in which words that several packages share stand once.
 * @returns {import('vite').Plugin}
 */
export function licences() {
  const id = `\0${MODULE}`;
  return {
    name: 'outlog-licences',
    resolveId: (/** @type {string} */ wanted) => (wanted === MODULE ? id : undefined),
    async load(/** @type {string} */ wanted) {
      if (wanted !== id) return undefined;
      /** @type {string[]} */
      const texts = [];
      const rows = (await productionLicences()).map(({ name, version, licence, text }) => {
        if (text !== '' && !texts.includes(text)) texts.push(text);
        return [name, version, licence, texts.indexOf(text)];
      });
      return `export const licences = ${JSON.stringify(rows)};\nexport const texts = ${JSON.stringify(texts)};\n`;
    },
  };
}
