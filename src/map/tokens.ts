/** The colours of one theme, as `#rrggbb`. */
export interface Palette {
  readonly surface: string;
  /** Behind the frame's name and table heads. */
  readonly raised: string;
  readonly text: string;
  /** Less important text, leaders and hairlines that carry meaning. */
  readonly muted: string;
  /** Lines that only divide. */
  readonly rule: string;
  readonly link: string;
  /** What covered criteria are filled with, and the text on it. */
  readonly fill: string;
  readonly 'on-fill': string;
  /** The mark of an overdue review, and the text on it. */
  readonly alert: string;
  readonly 'on-alert': string;
  readonly hub: string;
  readonly 'on-hub': string;
  readonly focus: string;
  readonly 'focus-ring': string;
  readonly 'on-domain': string;
  /** The colours of core domains, by position; a seventh domain has the first again. */
  readonly domains: readonly string[];
}

/** How many domains have a colour and a line of their own. */
export const DOMAIN_COLOURS = 6;

export const LIGHT: Palette = {
  surface: '#ffffff',
  raised: '#f1f3f5',
  text: '#0b0c0c',
  muted: '#4a5258',
  rule: '#cfd4d8',
  link: '#12436d',
  fill: '#39434b',
  'on-fill': '#ffffff',
  alert: '#942514',
  'on-alert': '#ffffff',
  hub: '#0b0c0c',
  'on-hub': '#ffffff',
  focus: '#ffdd00',
  'focus-ring': '#0b0c0c',
  'on-domain': '#ffffff',
  domains: ['#12436d', '#801650', '#1a6b64', '#7a4a00', '#4c2c92', '#5a5f00'],
};

export const DARK: Palette = {
  surface: '#1e1e1e',
  raised: '#2a2d30',
  text: '#e7e7e7',
  muted: '#b4bbc1',
  rule: '#464c51',
  link: '#8fc3f0',
  fill: '#c3cbd2',
  'on-fill': '#1e1e1e',
  alert: '#ffa08f',
  'on-alert': '#1e1e1e',
  hub: '#f3f3f3',
  'on-hub': '#1e1e1e',
  focus: '#ffdd00',
  'focus-ring': '#0b0c0c',
  'on-domain': '#1e1e1e',
  domains: ['#6bace6', '#e59abe', '#5cc8be', '#e3b063', '#bfa5f5', '#c9cf5e'],
};

/** Forced colours leave the choice to the reader; only the system's own names are used. */
export const FORCED: Readonly<Record<string, string>> = {
  surface: 'Canvas',
  raised: 'Canvas',
  text: 'CanvasText',
  muted: 'CanvasText',
  rule: 'CanvasText',
  link: 'LinkText',
  fill: 'CanvasText',
  'on-fill': 'Canvas',
  alert: 'CanvasText',
  'on-alert': 'Canvas',
  hub: 'CanvasText',
  'on-hub': 'Canvas',
  focus: 'Highlight',
  'focus-ring': 'CanvasText',
  'on-domain': 'Canvas',
  ...Object.fromEntries(LIGHT.domains.map((_, index) => [`domain-${index + 1}`, 'CanvasText'])),
};

/** Which colour is drawn on which, and the least contrast of the two: 4.5 for text, 3 for shapes. */
export const PAIRS: readonly (readonly [front: string, back: string, least: number])[] = [
  ['text', 'surface', 4.5],
  ['text', 'raised', 4.5],
  ['muted', 'surface', 4.5],
  ['muted', 'raised', 4.5],
  ['link', 'surface', 4.5],
  ['link', 'raised', 4.5],
  ['fill', 'surface', 3],
  ['on-fill', 'fill', 4.5],
  ['alert', 'surface', 4.5],
  ['on-alert', 'alert', 4.5],
  ['on-hub', 'hub', 4.5],
  ['hub', 'surface', 3],
  ['focus-ring', 'focus', 3],
  ...Array.from({ length: DOMAIN_COLOURS }, (_, index) => [
    [`domain-${index + 1}`, 'surface', 4.5] as const,
    [`domain-${index + 1}`, 'raised', 3] as const,
    ['on-domain', `domain-${index + 1}`, 4.5] as const,
  ]).flat(),
];

/** The same for the colours of an editor's theme: there, what has the focus stands out from the page by its own colour alone. */
export const EDITOR_PAIRS: typeof PAIRS = [...PAIRS.filter(([, back]) => back !== 'focus'), ['focus', 'surface', 3]];

/** The tokens of a palette by name: `text`, …, `domain-1`. */
export function tokensOf({ domains, ...rest }: Palette): Readonly<Record<string, string>> {
  return { ...rest, ...Object.fromEntries(domains.map((colour, index) => [`domain-${index + 1}`, colour])) };
}

/** The custom properties (`--dm-text` …) that the map's styles use, for light, dark and forced colours. */
export function tokenStyles(selector: string): string {
  const dark = declarations(tokensOf(DARK));
  return [
    `${selector}{${declarations(tokensOf(LIGHT))}}`,
    `@media screen and (prefers-color-scheme:dark){${selector}{${dark}}}`,
    `@media (forced-colors:active){${selector}{${declarations(FORCED)}}}`,
  ].join('\n');
}

/**
 * The same for a panel of VS Code, which says on the body what kind of theme it has: the theme's own colours where it has one for
 * that purpose, and those of the map where it has not.
 */
export function editorTokenStyles(): string {
  return [
    `body{${declarations({ ...tokensOf(LIGHT), ...EDITOR })}}`,
    `body.vscode-dark,body.vscode-high-contrast:not(.vscode-high-contrast-light){${declarations({ ...tokensOf(DARK), ...EDITOR })}}`,
    // As particular as the rule before it, which it is to win over.
    `body.vscode-high-contrast[class]{${declarations(HIGH_CONTRAST)}}`,
    `@media (forced-colors:active){body,body[class][class]{${declarations(FORCED)}}}`,
  ].join('\n');
}

const EDITOR: Readonly<Record<string, string>> = {
  surface: 'var(--vscode-editor-background)',
  raised: 'var(--vscode-editorWidget-background)',
  text: 'var(--vscode-editor-foreground)',
  muted: 'var(--vscode-descriptionForeground)',
  rule: 'var(--vscode-panel-border)',
  link: 'var(--vscode-textLink-foreground)',
  alert: 'var(--vscode-errorForeground)',
  'on-alert': 'var(--vscode-editor-background)',
  'on-fill': 'var(--vscode-editor-background)',
  hub: 'var(--vscode-editor-foreground)',
  'on-hub': 'var(--vscode-editor-background)',
  focus: 'var(--vscode-focusBorder)',
  'focus-ring': 'var(--vscode-editor-background)',
  'on-domain': 'var(--vscode-editor-background)',
};

/** In high contrast, text is as strong as it can be, and what is focused has the border that the theme keeps for that. */
const HIGH_CONTRAST: Readonly<Record<string, string>> = {
  raised: 'var(--vscode-editor-background)',
  muted: 'var(--vscode-editor-foreground)',
  rule: 'var(--vscode-contrastBorder)',
  fill: 'var(--vscode-editor-foreground)',
  focus: 'var(--vscode-contrastActiveBorder,var(--vscode-focusBorder))',
};

function declarations(tokens: Readonly<Record<string, string>>): string {
  return Object.entries(tokens)
    .map(([name, value]) => `--dm-${name}:${value};`)
    .join('');
}
