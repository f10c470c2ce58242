declare module 'virtual:licences' {
  /** Name, version, SPDX expression, and the place of its words in `texts`; −1 where it brings none. */
  export const licences: readonly (readonly [string, string, string, number])[];
  export const texts: readonly string[];
}
