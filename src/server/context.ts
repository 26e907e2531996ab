import { type CancellationToken, type ClientCapabilities, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { LanguageDocument } from '../language/language-document.js';
import { Positions } from './convert.js';
import type { DiagnosticContext } from './diagnostics.js';
import type { ServerHost } from './host.js';
import type { Levels } from './levels.js';
import type { RootSession } from './root-session.js';
import type { Sessions } from './sessions.js';
import type { ChangeContext } from './workspace-edit.js';

/** What a client can say when it starts the server; everything may be left out. */
export interface InitializationOptions {
  /** The day that reviews are judged by, `YYYY-MM-DD`. */
  readonly today?: string;
  /** How long findings wait for more changes, in milliseconds. */
  readonly debounce?: number;
  /** `pull` for a client that asks for findings itself, of all files; else they are sent to it. */
  readonly diagnostics?: 'push' | 'pull';
  /** The client's command that shows references: it is given a URI, a place and the locations. */
  readonly showReferences?: string;
  /** Whether the client wants to be told of every change of a root, as `protocol/guidance.ts` has it. */
  readonly changes?: boolean;
}

/** A document that a request is about, with the session that it belongs to. */
export interface Asked {
  readonly session: RootSession;
  readonly document: LanguageDocument;
}

/** What the features of the server share. */
export class ServerContext {
  positions = new Positions();
  client: ClientCapabilities = {};
  options: InitializationOptions = {};
  /** How the person at the client wants findings shown. */
  levels: Levels = new Map();
  /** Set once the client has said what it can. */
  sessions!: Sessions;

  constructor(
    readonly connection: Connection,
    readonly host: ServerHost,
  ) {}

  /**
   * Answers a request about a document by everything that was said before it.
   * @returns what `answer` gives; null where the document is no part of any guidance
   * @throws ResponseError where the client has cancelled it
   */
  async about<T>(uri: string, token: CancellationToken, answer: (asked: Asked) => T): Promise<T | null> {
    const found = await this.sessions.find(uri);
    throwIfCancelled(token);
    const document = found?.session.document(found.path);
    return found && document ? answer({ session: found.session, document }) : null;
  }

  /** Answers a request about a root; null where it is not served. */
  async inRoot<T>(root: string, token: CancellationToken, answer: (session: RootSession) => T): Promise<T | null> {
    const session = await this.sessions.of(root);
    throwIfCancelled(token);
    return session ? answer(session) : null;
  }

  /** Answers a request about all guidance. */
  async everywhere<T>(token: CancellationToken, answer: (session: RootSession) => readonly T[]): Promise<T[]> {
    const sessions = await this.sessions.all();
    return sessions.flatMap((session) => {
      throwIfCancelled(token);
      return answer(session);
    });
  }

  diagnosticContext(session: RootSession): DiagnosticContext {
    return {
      positions: this.positions,
      sourceFor: (path) => session.root.sourceFor(path),
      uriOf: (path) => session.uriOf(path),
      rulePage: (ruleId) => this.host.rulePage(ruleId),
    };
  }

  changeContext(session: RootSession): ChangeContext {
    const versionOf = (path: string) => session.documents.get(path)?.version ?? null;
    return { ...this.diagnosticContext(session), versionOf, client: this.client };
  }
}

/** Cancellation is never an empty answer. */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
