/** A package that is built into the program. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** SPDX expression as the package states it. */
  readonly licence: string;
  /** The licence's own words; empty where the package brings none. */
  readonly text: string;
}

/** The list that the build made of the production dependencies (`scripts/pack/licences.mjs`). */
export async function loadLicences(): Promise<readonly Licence[]> {
  const { licences, texts } = await import('virtual:licences');
  return licences.map(([name, version, licence, at]) => ({
    name,
    version,
    licence,
    text: texts[at] ?? '',
  }));
}
