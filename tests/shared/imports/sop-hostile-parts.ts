import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes } from 'mdast';

/** What a step's Markdown must not hold: HTML, pictures from elsewhere, and links that are not https. */
export function forbiddenIn(markdown: string): readonly string[] {
  const found: string[] = [];
  const look = (node: Nodes): void => {
    if (node.type === 'html' && !/^<\/?[a-z][\w-]*[^>]*>$/i.test(node.value))
      found.push(node.value);
    if (node.type === 'image' && !/^evidence:[0-9a-f]{64}$/.test(node.url)) found.push(node.url);
    if (node.type === 'link' && !/^https:\/\//i.test(node.url)) found.push(node.url);
    if ('children' in node) node.children.forEach(look);
  };
  look(fromMarkdown(markdown));
  return found;
}
