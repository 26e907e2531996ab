/**
 * A text that cannot command the terminal: control characters, and those that turn the direction of writing, are
 * shown as what they are. What people write on purpose stays as it is.
 */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, (character) => {
    if (character === '\r') return '';
    return `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}
