/** What a link's address means inside a guidance root. */
export interface LinkTarget {
  readonly path?: string;
  readonly fragment?: string;
  readonly outside?: true;
}

/**
 * Resolves the address of a link in a document.
 * @param from the document's path from the root
 * @param url the address as written, without Markdown escapes
 * @returns nothing to follow for addresses of the web; `outside` for relative ones that leave the root
 */
export function linkTarget(from: string, url: string): LinkTarget {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//')) return {};
  const hash = url.indexOf('#');
  const fragment = hash < 0 ? undefined : decoded(url.slice(hash + 1));
  const file = (hash < 0 ? url : url.slice(0, hash)).split('?')[0] ?? '';
  const path = file === '' ? from : join(from, decoded(file));
  const anchor = fragment ? { fragment } : {};
  return path === undefined ? { outside: true, ...anchor } : { path, ...anchor };
}

/** The address of one document as a link in another writes it. */
export function relativeUrl(from: string, to: string): string {
  const fromParts = from.split('/').slice(0, -1);
  const toParts = to.split('/');
  let shared = 0;
  while (shared < fromParts.length && shared < toParts.length - 1 && fromParts[shared] === toParts[shared]) shared++;
  const up = fromParts.slice(shared).map(() => '..');
  return [...up, ...toParts.slice(shared)].map(encoded).join('/');
}

/** A part of a path as an address has it; a single bracket would end a Markdown link too early. */
function encoded(part: string): string {
  return encodeURIComponent(part)
    .replace(/%(2C|3B|40|24|26|3D|2B)/g, decodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
}

/** A relative address joined to the folder of a document; one that begins with `/` counts from the root. */
function join(from: string, url: string): string | undefined {
  const parts = url.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of url.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else parts.push(part);
  }
  return parts.join('/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // An address with a stray % is taken as it is: the link will be reported as one that leads nowhere.
    return text;
  }
}
