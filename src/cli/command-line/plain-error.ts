/** The parser's complaints in our own form: “dmap: Unknown option '--quite'.” */
export function plainError(text: string): string {
  const [first = '', ...rest] = text
    .replace(/^error: /, '')
    .trim()
    .split('\n');
  const sentence = first.charAt(0).toUpperCase() + first.slice(1);
  const ended = /[.?!]$/.test(sentence) ? sentence : `${sentence}.`;
  const hints = rest.map((line) => line.replace(/^\((.*)\)$/, '$1'));
  return `dmap: ${[ended, ...hints].join(' ')} “dmap --help” shows what there is.\n`;
}
