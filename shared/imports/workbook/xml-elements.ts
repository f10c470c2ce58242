import { SaxesParser } from 'saxes';

/** What reads a document's elements as they come; names without their prefix. */
export interface ElementReader {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** The document is no well-formed XML. */
export class XmlBroken extends Error {
  override readonly name = 'XmlBroken';
}

/**
 * Reads XML piece by piece; entities of a document's own are never expanded (they are not well-formed
 * here), so that no text grows. Throws `XmlBroken`.
 */
export function xmlFeed(reader: ElementReader): (text: string) => void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw new XmlBroken(error.message);
  });
  parser.on('opentag', ({ name, attributes }) => {
    reader.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => reader.close(localName(name)));
  parser.on('text', reader.text);
  parser.on('cdata', reader.text);
  return (text) => {
    parser.write(text);
  };
}

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};
