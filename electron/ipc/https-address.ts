/** The address as the browser will get it, or null where it is not plain https. */
export function httpsAddress(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  // Credentials in an address serve to disguise its host.
  const isPlain = url.protocol === 'https:' && url.username === '' && url.password === '';
  return isPlain ? url : null;
}
