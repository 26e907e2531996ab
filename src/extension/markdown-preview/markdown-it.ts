/** As much of markdown-it as is used here: the editor brings its own. */
export interface MarkdownIt {
  readonly core: { readonly ruler: { push(name: string, rule: (state: CoreState) => void): void } };
  readonly inline: {
    readonly ruler: { before(other: string, name: string, rule: (state: InlineState, silent: boolean) => boolean): void };
  };
  readonly renderer: {
    readonly rules: Record<string, ((tokens: Token[], index: number, options: unknown, env: Env) => string) | undefined>;
  };
  readonly utils: { escapeHtml(text: string): string };
}

/** What the editor says of the document that is shown. */
export interface Env {
  readonly currentDocument?: { toString(): string };
}

/** A token of markdown-it. */
export interface Token {
  readonly type: string;
  content: string;
  meta: unknown;
  children: Token[] | null;
}

/** What a rule for the whole document sees. */
export interface CoreState {
  readonly env: Env;
  readonly tokens: Token[];
  readonly Token: new (type: string, tag: string, nesting: number) => Token;
}

/** What a rule for the inside of a block sees. */
export interface InlineState {
  readonly env: Env;
  readonly src: string;
  pos: number;
  push(type: string, tag: string, nesting: number): Token;
}
