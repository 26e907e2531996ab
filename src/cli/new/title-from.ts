import { keyOf } from '../../language/scaffold/scaffold-file.js';

/** “tree-care” becomes “Tree care”; what has capitals or spaces is taken as it is. */
export function titleFrom(name: string): string {
  if (keyOf(name) !== name) return name;
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
