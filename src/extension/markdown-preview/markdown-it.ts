/** As much of markdown-it as is used here: the editor brings its own. */
export interface MarkdownIt {
  readonly core: { readonly ruler: { push(name: string, rule: (state: CoreState) => void): void } };
  readonly inline: {
    readonly ruler: { after(other: string, name: string, rule: (state: InlineState, silent: boolean) => boolean): void };
  };
  readonly renderer: { readonly rules: Record<string, RenderRule | undefined> };
  readonly utils: { escapeHtml(text: string): string };
}

/** Makes the HTML of a token. */
export type RenderRule = (tokens: Token[], index: number, options: unknown, env: Env, self: unknown) => string;

/** What the editor says of the document that is shown: another value each time that it is. */
export interface Env {
  readonly currentDocument?: { toString(): string };
}

/** A token of markdown-it. */
export interface Token {
  type: string;
  content: string;
  hidden: boolean;
  readonly children: Token[] | null;
}

/** What a rule for the whole document sees. */
export interface CoreState {
  readonly tokens: Token[];
}

/** What a rule for the inside of a block sees. */
export interface InlineState {
  readonly src: string;
  pos: number;
  push(type: string, tag: string, nesting: number): Token;
}
