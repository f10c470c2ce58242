import type { PageElement, PageNode } from './sop-page.ts';

/**
 * A page as office programs put it on the clipboard, made plain: lists that Word writes as paragraphs
 * become lists, boxes of Google Docs and Confluence become boxes, and weight by style becomes weight.
 */
export function tidyPasted(nodes: readonly PageNode[]): PageNode[] {
  const tidied = nodes.flatMap((node) =>
    node.type === 'element'
      ? tidyElement({ ...node, children: tidyPasted(node.children) })
      : [node],
  );
  return wordLists(tidied);
}

function tidyElement(element: PageElement): PageNode[] {
  const style = styleOf(element);
  const { tagName, properties } = element;
  // Google Docs wraps everything in a `b` that is not bold.
  if ((tagName === 'b' || tagName === 'strong') && /font-weight:\s*(?:normal|400)/.test(style)) {
    return element.children;
  }
  if (tagName === 'span' && /font-weight:\s*(?:bold|[6-9]00)/.test(style)) {
    return [{ ...element, tagName: 'strong', properties: {} }];
  }
  if (tagName === 'p' && classOf(element).includes('MsoTitle')) {
    return [{ ...element, tagName: 'h1' }];
  }
  if (properties['role'] === 'heading') {
    const level = Number(properties['ariaLevel']);
    if (level >= 1 && level <= 6) return [{ ...element, tagName: `h${level}` }];
  }
  if (tagName === 'li') return [boxed(element)];
  if (tagName === 'ol' || tagName === 'ul') return [withinPoints(element)];
  if (tagName === 'table') return [withHeader(element)];
  return [element];
}

/** Google Docs puts a list within a list beside the point it belongs to. */
function withinPoints(list: PageElement): PageElement {
  const points: PageElement['children'] = [];
  for (const child of list.children) {
    const isList = child.type === 'element' && (child.tagName === 'ol' || child.tagName === 'ul');
    const last = points.at(-1);
    if (isList && last?.type === 'element' && last.tagName === 'li') {
      points[points.length - 1] = { ...last, children: [...last.children, child] };
    } else if (child.type !== 'text' || child.value.trim() !== '') points.push(child);
  }
  return { ...list, children: points };
}

/** Markdown has no table without a header: the first row is one where none is marked. */
function withHeader(table: PageElement): PageElement {
  let isFirst = true;
  const headed = (element: PageElement): PageElement => {
    if (element.tagName === 'td' && isFirst) return { ...element, tagName: 'th' };
    const children = element.children.map((child) =>
      child.type === 'element' && child.tagName !== 'table' ? headed(child) : child,
    );
    if (element.tagName === 'tr') isFirst = false;
    return { ...element, children };
  };
  return headed(table);
}

/** A point with a box, as Markdown's tree knows it. */
function boxed(element: PageElement): PageElement {
  const { properties } = element;
  const isBox =
    properties['role'] === 'checkbox' ||
    properties['dataInlineTaskId'] !== undefined ||
    classOf(element).includes('task-list-item');
  const hasBox = element.children.some(
    (child) => child.type === 'element' && child.tagName === 'input',
  );
  if (!isBox || hasBox) return element;
  const isChecked =
    String(properties['ariaChecked']) === 'true' || classOf(element).includes('checked');
  const box: PageElement = {
    type: 'element',
    tagName: 'input',
    properties: { type: 'checkbox', checked: isChecked },
    children: [],
  };
  const [first, ...rest] = element.children;
  if (first?.type === 'element' && first.tagName === 'p') {
    return { ...element, children: [{ ...first, children: [box, ...first.children] }, ...rest] };
  }
  return { ...element, children: [box, ...element.children] };
}

const MOST_LEVELS = 9;

/** Neighbouring paragraphs that Word marks as points of a list, as lists within one another. */
function wordLists(nodes: readonly PageNode[]): PageNode[] {
  const all: PageNode[] = [];
  let open: PageElement[] = [];
  for (const node of nodes) {
    const level = wordLevel(node);
    if (level === null || node.type !== 'element') {
      if (node.type !== 'text' || node.value.trim() !== '') open = [];
      all.push(node);
      continue;
    }
    const { point, isNumbered } = wordPoint(node);
    open = open.slice(0, level);
    while (open.length < level) {
      const list: PageElement = {
        type: 'element',
        tagName: isNumbered ? 'ol' : 'ul',
        properties: {},
        children: [],
        ...(node.position && { position: node.position }),
      };
      const into = open.at(-1)?.children.at(-1);
      if (into?.type === 'element') into.children.push(list);
      else if (open.length === 0) all.push(list);
      else open.at(-1)?.children.push({ ...point, children: [list] });
      open.push(list);
    }
    open.at(-1)?.children.push(point);
  }
  return all;
}

/** Counted from 1; null for what is no point of a list. */
function wordLevel(node: PageNode): number | null {
  if (node.type !== 'element' || node.tagName !== 'p') return null;
  const level = /mso-list:\s*l\d+\s+level(\d+)/.exec(styleOf(node))?.[1];
  return level === undefined ? null : Math.min(MOST_LEVELS, Math.max(1, Number(level)));
}

const isSign = (child: PageNode): child is PageElement =>
  child.type === 'element' && /mso-list:\s*ignore/i.test(styleOf(child));

/** The point without the number or sign that Word writes before it. */
function wordPoint(node: PageElement): {
  readonly point: PageElement;
  readonly isNumbered: boolean;
} {
  const sign = node.children.find(isSign);
  return {
    point: {
      ...node,
      tagName: 'li',
      properties: {},
      children: node.children.filter((child) => !isSign(child)),
    },
    isNumbered: sign !== undefined && /^\s*[0-9a-z]{1,4}[.)]/i.test(textOf(sign)),
  };
}

const textOf = (node: PageNode): string => {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
};

const styleOf = ({ properties }: PageElement): string => String(properties['style'] ?? '');

function classOf({ properties }: PageElement): readonly string[] {
  const names = properties['className'];
  return Array.isArray(names) ? names.map(String) : [];
}
