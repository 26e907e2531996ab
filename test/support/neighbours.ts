/** Front matter and text of a document, from its fields and its sections. */
function document(fields: readonly string[], title: string, sections: readonly (readonly [string, string])[]): string {
  return `---\ntitle: ${title}\n${fields.map((field) => `${field}\n`).join('')}---\n\n# ${title}\n\n${sections.map(([heading, text]) => `## ${heading}\n\n${text === '' ? '' : `${text}\n\n`}`).join('')}`;
}

const SECTIONS = ['What this means', 'Why it matters', 'What to consider', 'Local example', 'Questions to reflect on'];

/** Complete guidance on a criterion, with a text of its own in each section. */
export function guidanceOn(
  criterion: string,
  title: string,
  more: { fields?: readonly string[]; parts?: readonly string[]; cites?: string } = {},
): string {
  const fields = [
    'type: criterion-guidance',
    'application: street',
    `criterion: ${criterion}`,
    'status: in-review',
    'owner: Street team',
    ...(more.fields ?? []),
  ];
  const sections = SECTIONS.map((heading): [string, string] => [
    heading,
    `${heading}: ${criterion}${heading === 'What this means' ? (more.cites ?? '') : ''}.`,
  ]);
  return document(fields, title, [...sections, ...(more.parts ?? []).map((part): [string, string] => [part, `${part} together.`])]);
}

/** Guidance on the small framework of the rules' examples, in which every criterion but one is covered. */
export const NEIGHBOURS: Readonly<Record<string, string>> = {
  'street/index.md': document(
    [
      'type: application',
      'application: street',
      'framework: good-neighbours',
      'status: in-review',
      'owner: Street team',
      'last_reviewed_on: 2026-02-01',
      'review_in: 1 year',
    ],
    'Our street',
    [['What this covers', 'See [listening](listening.md#why-it-matters), [planning](planning.md) and [tools](../tools.md).']],
  ),
  'street/listening.md': guidanceOn('listening', 'Listening to neighbours', {
    fields: [
      'last_reviewed_on: 2026-01-10',
      'review_in: 1 year',
      'serves:',
      '  - { domain: people, attributes: [fair], because: They are heard., basis: editorial }',
    ],
    cites: ' [@smith-2020, point 1.1]',
  }),
  'street/planning.md': guidanceOn('planning', 'Planning together', { parts: ['Agreeing', 'Doing'], cites: ', see [tools](../tools.md)' }),
  'tools.md': document(['type: page', 'status: in-review'], 'Tools', [
    ['Maps', 'Use a map.'],
    ['Minutes', 'Write it down.'],
  ]),
  'notes.md': document(['type: page', 'status: in-review'], 'Notes', [['Minutes', 'How to take them, see [tools](tools.md#minutes).']]),
  'old.md': document(['type: page', 'status: in-review'], 'What we did', [['Then', 'It was good.']]),
};
