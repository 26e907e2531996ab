import type { ServerCapabilities } from 'vscode-languageserver';
import type { ServerContext } from '../context.js';

/** One thing that the server offers: what it says of it, and who answers. */
export interface Feature {
  readonly capabilities: (context: ServerContext) => ServerCapabilities;
  /** Called once, before the client has said anything. */
  readonly register: (context: ServerContext) => void;
}
