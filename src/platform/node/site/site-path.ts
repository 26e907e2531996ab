/**
 * Checks that a path stays inside the site's folder: names with `/` between them, and nothing that leads elsewhere.
 * @throws an error that names the path
 */
export function assertSitePath(path: string): void {
  const segments = path.split('/');
  const wrong = segments.some((segment) => segment === '' || segment === '.' || segment === '..' || UNSAFE.test(segment));
  if (wrong) throw new Error(`“${path}” is no place inside the site.`);
}

/** A separator of Windows, the drive or stream of a name there, and the end of a string in C. */
const UNSAFE = process.platform === 'win32' ? /[\\:\0]/ : /[\\\0]/;
