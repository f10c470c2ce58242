/** The longest address that is opened. */
export const MAX_LINK_CHARACTERS = 2_000;

/** Whether a text is a link that can be opened: https, with a host, without spaces, not too long. */
export const isHttps = (text: string): boolean =>
  text.length <= MAX_LINK_CHARACTERS && /^https:\/\/[^\s/?#]+\S*$/i.test(text);
