import type { Finding } from '../core/lint/finding.js';
import { defineWorkspaceRule } from '../core/lint/rule.js';
import { fieldsOf } from '../core/workspace/document.js';
import { keptByRoot, keptList } from '../core/workspace/kept-index.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
import { listAt } from '../core/yaml/value.js';

/** Documents by the page that they become. */
const byPage = keptByRoot(({ path }) => [pageOf(path) ?? '']);
const withAliases = keptList((facts) => listAt(fieldsOf(facts), 'aliases').length > 0);

export const rule = defineWorkspaceRule({
  id: 'redirect-loop',
  meta: {
    scope: 'workspace',
    group: 'references',
    description: 'Require old addresses to lead to one document each',
    defaultSeverity: 'error',
    fixable: true,
    defaultOptions: {},
    messages: {
      own: '“{alias}” is where this document is now. Take it out: a redirect would lead from a page to itself.',
      taken:
        'There is a file at “{alias}”, so nobody would be led from there to this document. Take this old address out, or move that file.',
      circle: '“{alias}” is another document, which says that its own old address is this one. Take the address out of one of them.',
      twice: '“{alias}” is an old address of {other} as well. Take it out of one of them.',
      outside: '“{alias}” is not a path inside the guidance folder. Write where the document used to be, from the folder of guidance.yml.',
    },
  },
  check({ snapshot, report }) {
    const first = new Map<string, Alias>();
    for (const facts of withAliases(snapshot)) {
      for (const alias of aliasesOf(facts.path, snapshot)) {
        const fault = faultOf(alias, snapshot) ?? repeated(alias, first);
        if (fault) report(facts.path, { at: { field: ['aliases', alias.index] }, ...fault });
      }
    }
  },
});

/** One of a document's old addresses. */
interface Alias {
  readonly path: string;
  readonly index: number;
  /** Whether it is the document's only one. */
  readonly only: boolean;
  readonly alias: string;
  readonly page: string | undefined;
}

type Fault = Omit<Finding, 'at'>;

/** What is wrong with an old address by itself. */
function faultOf({ path, index, alias, page, only }: Alias, snapshot: WorkspaceSnapshot): Fault | undefined {
  if (page === undefined) return { messageId: 'outside', data: { alias } };
  if (page === pageOf(path)) {
    // A list that has nothing left goes as a whole.
    const field = only ? ['aliases'] : ['aliases', index];
    return { messageId: 'own', data: { alias }, fix: { title: 'Take out this old address', edits: [{ field, remove: true }] } };
  }
  const taken = byPage(snapshot).get(page).at(-1)?.path ?? (snapshot.hasFile(alias) ? alias : undefined);
  if (taken === undefined) return undefined;
  const back = aliasesOf(taken, snapshot).find((other) => other.page === pageOf(path));
  if (!back) return { messageId: 'taken', data: { alias } };
  return {
    messageId: 'circle',
    data: { alias },
    related: [{ path: taken, at: { field: ['aliases', back.index] }, message: 'The old address that leads back.' }],
  };
}

/** Whether another document has the same old address. */
function repeated(alias: Alias, first: Map<string, Alias>): Fault | undefined {
  const other = first.get(alias.page ?? '');
  if (!other) first.set(alias.page ?? '', alias);
  if (!other || other.path === alias.path) return undefined;
  const related = [{ path: other.path, at: { field: ['aliases', other.index] }, message: 'The same old address.' }];
  return { messageId: 'twice', data: { alias: alias.alias, other: other.path }, related };
}

/** A document's old addresses; what is not text is for the schema rules. */
function aliasesOf(path: string, snapshot: WorkspaceSnapshot): Alias[] {
  const facts = snapshot.facts(path);
  const list = facts ? listAt(fieldsOf(facts), 'aliases') : [];
  return list.flatMap((alias, index) => {
    if (typeof alias !== 'string' || alias.trim() === '') return [];
    return [{ path, index, only: list.length === 1, alias, page: pageOf(alias) }];
  });
}

/** The page that an address leads to, however it is written; undefined for a place outside the root. */
function pageOf(address: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return undefined;
  const steps = (address.split(/[?#]/)[0] ?? '').split('/').filter((step) => step !== '' && step !== '.');
  if (steps.includes('..')) return undefined;
  return steps
    .join('/')
    .replace(/\.(?:md|markdown|html?)$/i, '')
    .replace(/(?:^|\/)index$/i, '');
}
