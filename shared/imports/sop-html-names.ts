/** Elements that a page may hold. Another name between angle brackets is most likely a blank to be filled in: `<your name>`. */
const NAMES = new Set(
  (
    'a abbr address article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code col ' +
    'colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form ' +
    'frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main ' +
    'map mark math menu meta meter nav noscript object ol optgroup option output p param picture pre progress q rp rt ' +
    'ruby s samp script section select slot small source span strike strong style sub summary sup svg table tbody td ' +
    'template textarea tfoot th thead time title tr track tt u ul var video wbr'
  ).split(' '),
);

/** Elements that do something rather than say something: they and what is in them are left out. */
export const LEFT_OUT = new Set(
  (
    'applet audio base button canvas dialog embed fieldset form frame frameset head iframe link math meta noscript object ' +
    'option script select slot style svg template textarea title video'
  ).split(' '),
);

/** Those of them that nobody misses. */
export const UNMISSED = new Set('base head link meta style title'.split(' '));

/** The name of the one tag that a text is; null where it is none, or more than one. */
export const tagName = (html: string): string | null =>
  /^<\/?([a-z][a-z0-9-]*)(?=[\s/>])[^<>]*>$/i.exec(html.trim())?.[1]?.toLowerCase() ?? null;

export const isElementName = (name: string): boolean => NAMES.has(name);
