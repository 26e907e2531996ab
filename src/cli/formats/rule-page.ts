import type { Terminal } from '../terminal.js';

const INDENT = '    ';

/**
 * A rule's page as it reads well in a terminal: headings without their signs, and examples pushed in under a caption
 * that says which file they are, or that they are what is reported.
 */
export function rulePage(markdown: string, { colours }: Pick<Terminal, 'colours'>): string {
  let fence: string | undefined;
  const lines = markdown.split('\n').flatMap((line) => {
    const [, ticks, info = ''] = /^(`{3,})(.*)$/.exec(line) ?? [];
    if (fence !== undefined && ticks === fence) {
      fence = undefined;
      return [];
    }
    if (fence !== undefined) return [line === '' ? '' : INDENT + line];
    if (ticks !== undefined) {
      fence = ticks;
      return [colours.bold(captionOf(info)), ''];
    }
    return [line.replace(/^#+ (.*)$/, (_, heading: string) => colours.bold(heading))];
  });
  return lines.join('\n');
}

/** “markdown listen.md after --fix” becomes “listen.md, after --fix:”. */
function captionOf(info: string): string {
  const [language = '', file, ...rest] = info.trim().split(' ');
  if (file !== undefined) return `${file}${rest.length > 0 ? `, ${rest.join(' ')}` : ''}:`;
  return language === 'text' ? 'reported:' : 'example:';
}
