/**
 * What stands out as a leftover wherever it is: the usual abbreviations in capitals, blind text, and brackets that ask to be
 * filled. In small letters, and inside a sentence, the same words can be meant (“a todo list”, “still to be decided”).
 */
const ANYWHERE = [
  '(?<![\\w-])(?:TODO|TBC|TBD|FIXME|X{3,})(?![\\w-])',
  '\\b[Ll]orem [Ii]psum\\b',
  '[[(](?:[Tt]o be (?:written|confirmed|decided|done|added|completed)|[Ii]nsert [^\\])\\n]{1,80})[\\])]',
];

const patterns = new WeakMap<readonly string[], RegExp>();
const USUAL = new RegExp(ANYWHERE.join('|'), 'g');

/** The pattern of the usual placeholders and those that a root adds, compiled once for each list of words. */
export function placeholderPattern(words: readonly string[]): RegExp {
  const wanted = words.map((word) => word.trim()).filter((word) => word !== '');
  if (wanted.length === 0) return USUAL;
  let pattern = patterns.get(words);
  if (!pattern) {
    const own = wanted.map((word) => `(?<![\\p{L}\\p{N}])${anyCase(word)}(?![\\p{L}\\p{N}])`);
    pattern = new RegExp([...ANYWHERE, ...own].join('|'), 'gu');
    patterns.set(words, pattern);
  }
  return pattern;
}

/** A word in any letter case, beside others whose letter case counts. */
function anyCase(word: string): string {
  return Array.from(word.replace(/\s+/g, ' '), (letter) => {
    if (letter === ' ') return '\\s+';
    const upper = letter.toUpperCase();
    const lower = letter.toLowerCase();
    if (upper !== lower && upper.length === lower.length) return `[${lower}${upper}]`;
    return letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  }).join('');
}
