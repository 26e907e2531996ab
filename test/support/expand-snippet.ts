import { parseSnippet, type SnippetNode, type Transform } from './parse-snippet.js';

/** Values of the variables that VS Code gives a snippet, such as `TM_FILENAME_BASE` and `CURRENT_YEAR`. */
export type SnippetVariables = Readonly<Record<string, string>>;

/** What an expansion knows: the variables, and the first default of each numbered stop. */
interface Defaults {
  readonly variables: SnippetVariables;
  readonly stops: ReadonlyMap<number, SnippetNode>;
}

/**
 * The text that is left when somebody inserts a VS Code snippet and accepts every default: placeholders as they are,
 * the first of each choice, stops without a default empty, and stops of one number all alike.
 * @param body the text of the body, or its lines
 */
export function expandSnippet(body: string | readonly string[], variables: SnippetVariables = {}): string {
  const nodes = parseSnippet(typeof body === 'string' ? body : body.join('\n'));
  const stops = new Map<number, SnippetNode>();
  collectDefaults(nodes, stops);
  return textOf(nodes, { variables, stops }, []);
}

/** The numbers of a snippet's tab stops, in order of their first place; 0 is where the cursor ends. */
export function tabStopsOf(body: string | readonly string[]): number[] {
  const numbers = new Set<number>();
  const visit = (nodes: readonly SnippetNode[]) => {
    for (const node of nodes) {
      if (node.kind === 'stop') numbers.add(node.number);
      if (node.kind !== 'text') visit(node.content ?? []);
    }
  };
  visit(parseSnippet(typeof body === 'string' ? body : body.join('\n')));
  return [...numbers];
}

/** Of several stops with one number, the first that has a default gives it to the others. */
function collectDefaults(nodes: readonly SnippetNode[], stops: Map<number, SnippetNode>): void {
  for (const node of nodes) {
    if (node.kind === 'text') continue;
    if (node.kind === 'stop' && (node.content || node.choices) && !stops.has(node.number)) stops.set(node.number, node);
    collectDefaults(node.content ?? [], stops);
  }
}

/** @param within the stops whose defaults are being written, so that a stop inside itself comes to an end */
function textOf(nodes: readonly SnippetNode[], defaults: Defaults, within: readonly number[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      return node.kind === 'stop' ? stopText(node, defaults, within) : variableText(node, defaults, within);
    })
    .join('');
}

function stopText(node: Extract<SnippetNode, { kind: 'stop' }>, defaults: Defaults, within: readonly number[]): string {
  const source = defaults.stops.get(node.number);
  if (source?.kind !== 'stop' || within.includes(node.number)) return '';
  const text = source.choices?.[0] ?? textOf(source.content ?? [], defaults, [...within, node.number]);
  return node.transform ? transformed(text, node.transform) : text;
}

function variableText(node: Extract<SnippetNode, { kind: 'variable' }>, defaults: Defaults, within: readonly number[]): string {
  const value = Object.hasOwn(defaults.variables, node.name) ? defaults.variables[node.name] : undefined;
  // VS Code inserts the name of a variable that it does not know, which is never what a snippet of ours means.
  if (value === undefined && !node.content) throw new Error(`There is no variable ${node.name}.`);
  const text = value ?? textOf(node.content ?? [], defaults, within);
  return node.transform ? transformed(text, node.transform) : text;
}

/** As VS Code's own: `$1` and `${1}` are groups, `${1:/upcase}` changes one, `${1:+a}`, `${1:-b}` and `${1:?a:b}` ask if it is there. */
const FORMAT = /\$(?:(\d+)|\{(\d+)(?::(?:\/([a-z]+)|\+([^}]*)|\?([^:}]*):([^}]*)|-?([^}]*)))?\})/g;

function transformed(text: string, { pattern, format }: Transform): string {
  return text.replace(pattern, (...args: unknown[]) => {
    // After the groups, `replace` hands over the offset, and then the text.
    const groups = args.slice(
      0,
      args.findIndex((arg) => typeof arg === 'number'),
    ) as (string | undefined)[];
    return format.replace(FORMAT, (_, bare, braced, change, present, yes, no, absent) => {
      const group = groups[Number(bare ?? braced)] ?? '';
      if (change !== undefined) return changed(group, change);
      if (present !== undefined) return group ? present : '';
      if (yes !== undefined) return group ? yes : no;
      return group || (absent ?? '');
    });
  });
}

function changed(text: string, change: string): string {
  if (change === 'upcase') return text.toUpperCase();
  if (change === 'downcase') return text.toLowerCase();
  if (change === 'capitalize') return text.charAt(0).toUpperCase() + text.slice(1);
  throw new Error(`There is no change of case “${change}” here; add it if a snippet needs it.`);
}
