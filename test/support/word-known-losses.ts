/** What a copy for Word does not bring back as it was: the import shows it as a change, which nobody has to accept. */
export interface KnownLoss {
  readonly about: string;
  readonly reason: string;
  readonly markdown: string;
  readonly comesBack: string;
}

export const LOSSES: readonly KnownLoss[] = [
  {
    about: 'a table in an item of a list',
    reason: 'Tables of Word stand beside paragraphs, and in no list.',
    markdown: '- a\n\n  | x | y |\n  | - | - |\n  | 1 | 2 |\n\n- c',
    comesBack: '- a\n\n| x | y |\n| - | - |\n| 1 | 2 |\n\n- c',
  },
  {
    about: 'a table or code in a quotation',
    reason: 'A quotation is a style of paragraphs in Word, and what has another style is none.',
    markdown: '> a\n>\n> ```\n> b\n> ```',
    comesBack: '> a\n\n```\nb\n```',
  },
  {
    about: 'a quotation in a quotation',
    reason: 'The style of quotations has no depth.',
    markdown: '> a\n>\n> > b',
    comesBack: '> a\n>\n> b',
  },
  {
    about: 'two quotations with nothing between them that is read',
    reason: 'Paragraphs of one style beside each other are one quotation.',
    markdown: '> a\n\n<!-- b -->\n\n> c',
    comesBack: '<!-- b -->\n\n> a\n>\n> c',
  },
  {
    about: 'two lists with nothing between them that is read',
    reason: 'Items beside each other are one list to the reader of the file.',
    markdown: '- a\n\n<!-- b -->\n\n- c',
    comesBack: '<!-- b -->\n\n- a\n- c',
  },
  {
    about: 'a heading in a list or quotation',
    reason: 'It would begin a section in Word: the copy has it as words in bold letters.',
    markdown: '> ## a\n>\n> b',
    comesBack: '> **a**\n>\n> b',
  },
  {
    about: 'a line across an item of a list',
    reason: 'The paragraph that is drawn as a line has no depth.',
    markdown: '- a\n\n  ---\n\n- b',
    comesBack: '- a\n\n---\n\n- b',
  },
  {
    about: 'a wiki link',
    reason: 'A link of Word leads to a place, whatever it was written as; “dmap lint --fix” writes it so too.',
    markdown: 'a [[plan]] b',
    comesBack: 'a [A title](plan.md) b',
  },
  {
    about: 'raw HTML for emphasis',
    reason: 'Letters are bold in Word, whatever made them so.',
    markdown: 'a <b>b</b>',
    comesBack: 'a **b**',
  },
  {
    about: 'a work of the register that is cited in words',
    reason: 'Import makes citations of such words: those of the authors of a Word document are written so.',
    markdown: 'a (Smith, 2020)',
    comesBack: 'a [@smith-2020]',
  },
];
