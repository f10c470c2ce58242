/**
 * @typedef {{
 *   name: string, version: string, architecture: string, maintainer: string, priority: string,
 *   homepage: string, depends: readonly string[], recommends: readonly string[], description: string,
 * }} DebPackage
 */

/**
 * A binary package's control file (Debian Policy 5.3). The description's first line is the synopsis; each
 * line after it begins with a space, and an empty one is a dot.
 * @param {DebPackage} about
 */
export function debControl(about) {
  const [synopsis = '', ...lines] = about.description.trim().split('\n');
  const more = lines.map((line) => (line.trim() === '' ? ' .' : ` ${line.trim()}`));
  /** @type {readonly (readonly [string, string])[]} */
  const fields = [
    ['Package', about.name],
    ['Version', about.version],
    ['Architecture', about.architecture],
    ['Maintainer', about.maintainer],
    ['Section', 'default'],
    ['Priority', about.priority],
    ['Homepage', about.homepage],
    ['Depends', about.depends.join(', ')],
    ['Recommends', about.recommends.join(', ')],
    ['Description', [synopsis, ...more].join('\n')],
  ];
  return fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}
