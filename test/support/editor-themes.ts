import themes from './editor-themes.json' with { type: 'json' };

/** What a panel of VS Code is told of a theme: the class of its body, and the variables that the map's styles use. */
export interface EditorTheme {
  readonly class: string;
  /** By their names without `--vscode-`. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** The themes that VS Code brings, as a panel in VS Code 1.139 was told of them. */
export const EDITOR_THEMES: Readonly<Record<string, EditorTheme>> = themes;
