/** A path inside a package as an address: each part percent-encoded (RFC 3986). Half a character becomes U+FFFD. */
export function hrefOf(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD')))
    .join('/');
}
