/** A difference between the trees of satteri and remark that is known, with its reason. */
export interface KnownDifference {
  readonly about: string;
  /** Who is right, and why nobody writes such a thing on purpose. */
  readonly reason: string;
  /** Texts that may be touched; it is wider than it needs to be. */
  readonly where: RegExp;
  readonly sample: string;
  /** Whether the facts of the sample are the same for both. */
  readonly sameFacts: boolean;
}

export const DIFFERENCES: readonly KnownDifference[] = [
  {
    about: 'NUL characters',
    reason: 'CommonMark has them replaced by U+FFFD, as remark does; a file with NUL in it is not read as text.',
    where: /\0/,
    sample: 'a\0b',
    sameFacts: true,
  },
  {
    about: 'front matter that is not closed',
    reason:
      'remark, having looked for the end, takes a list, quotation or table in the next lines for a paragraph. The document is malformed for both.',
    where: /^---[ \t]*(?:\r?\n|$)(?![\s\S]*\n---[ \t]*(?:\r?\n|$))/,
    sample: '---\nserves:\n  - domain: people\n',
    sameFacts: true,
  },
  {
    about: 'a character beyond U+FFFF that touches markup or an address',
    reason: 'remark sees half of it, and so does not know it for a symbol; satteri is right. With a space between, both agree.',
    where: /[\u{10000}-\u{10FFFF}](?:[*_~]|www\.|https?:)|[*_~][\u{10000}-\u{10FFFF}]/u,
    sample: '🙂**&c.** and 🙂www.example.org',
    sameFacts: false,
  },
  {
    about: 'a fence or comment inside a list, quotation or footnote that is not closed',
    reason: 'The tree ends a line break later. It is a slip that shows: the rest of the block is code.',
    where: /^.*(?:[-+*>]|\d[.)]|\]:).*(?:```|~~~|<!--|<\?)/m,
    sample: '> ```\r\na',
    sameFacts: true,
  },
  {
    about: 'an empty footnote, or an empty block directly inside one',
    reason: 'Nobody writes a footnote that says nothing, or begins one with an empty list item, quotation, table or footnote.',
    where: /\[\^\w+\]: *(?:\[\^|>|-|\+|\*|\d|\||\r?\n|$)/,
    sample: '[^1]: [^1]: ',
    sameFacts: true,
  },
  {
    about: 'the box of a task alone on its line',
    reason: 'The text below it begins with the line break for remark and behind it for satteri.',
    where: /\[[ xX]\][ \t]+\r?\n/,
    sample: '1. [x] \na',
    sameFacts: true,
  },
  {
    about: 'an e-mail address that touches a web address',
    reason: 'remark, looking a second time, finds an e-mail address inside or after the web address.',
    where: /(?:https?:|www\.)\S*@/,
    sample: 'ahttps://a.ba@b.cd',
    sameFacts: false,
  },
  {
    about: 'an e-mail address that touches a letter beyond ASCII, after a bracket that is not closed',
    reason: 'remark finds the address when it looks a second time; satteri does not.',
    where: /\[[^\]]*[\u0080-\uFFFF][\w.+-]+@/,
    sample: '![éa@b.cd',
    sameFacts: false,
  },
  {
    about: 'a web address that ends in a tilde at the end of a table cell',
    reason: 'remark’s first look leaves a last tilde out of the address and its second, which we use for such cells, does not.',
    where: /(?:https?:|www\.)[^\s|]*~\|/,
    sample: '|a|b|\n|-|-|\n|https://a.b~|c|',
    sameFacts: false,
  },
];

/** The known difference that may touch a text. */
export function differsKnowingly(text: string): string | undefined {
  return DIFFERENCES.find(({ where }) => where.test(text))?.about;
}
