import type { Nodes, RootContent } from 'hast';

/** Signs that Unicode has raised and lowered too. */
const PLAIN = '0123456789+-−=()n';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙ';

/** Ordinals mean the same on the line. */
const ORDINAL = /^(?:st|nd|rd|th)$/i;

/** A text in which digits and signs that are raised or lowered are such characters: “x²” is not “x2”. What has no such character is left. */
export function withRaisedSigns(nodes: readonly RootContent[]): RootContent[] {
  return nodes.map((node) => changed(node, undefined));
}

/** Whether raised or lowered words lose what that means. */
export function isLostOnTheLine(words: string): boolean {
  return words.trim() !== '' && !ORDINAL.test(words.trim()) && !hasCharacters(words);
}

function changed<Node extends Nodes>(node: Node, signs: string | undefined): Node {
  if (node.type === 'text') return signs === undefined ? node : { ...node, value: translated(node.value, signs) };
  if (!('children' in node)) return node;
  const own = node.type === 'element' ? signsOf(node.tagName) : undefined;
  const applies = own !== undefined && hasCharacters(wordsOf(node)) ? own : signs;
  return { ...node, children: node.children.map((child) => changed(child as Nodes, applies)) };
}

function signsOf(name: string): string | undefined {
  return name === 'sup' ? RAISED : name === 'sub' ? LOWERED : undefined;
}

function hasCharacters(words: string): boolean {
  return [...words].every((sign) => /\s/.test(sign) || PLAIN.includes(sign));
}

function translated(words: string, signs: string): string {
  return [...words].map((sign) => signs[PLAIN.indexOf(sign)] ?? sign).join('');
}

/** The words of a node; what leads to a note has none that could be translated. */
function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'a') return '*';
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
