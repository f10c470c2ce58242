/**
 * Plain text as Markdown: signs that programs put before points of a list become those of Markdown, and a
 * line such as `Step 3: Open it` becomes a heading. Every line stays on its line.
 */
export const plainToMarkdown = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map((line) =>
      line
        .replace(/^(\s*)[☐□▢]\s*/u, '$1- [ ] ')
        .replace(/^(\s*)[☑☒✓✔]\s*/u, '$1- [x] ')
        .replace(/^(\s*)[•◦▪‣∙·]\s+/u, '$1- ')
        .replace(/^\s*(step\s+\d{1,3}\s*[.:)–-]\s*\S)/iu, '### $1'),
    )
    .join('\n');
