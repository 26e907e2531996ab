import { slug as githubSlug } from 'github-slugger';

/** The anchor of a heading's text as GitHub makes it, for the first heading of that text. */
export function slugOf(text: string): string {
  // Texts of letters, digits and spaces are nearly all: for them the library's long expression changes nothing else.
  return /^[A-Za-z0-9 _-]*$/.test(text) ? text.toLowerCase().replaceAll(' ', '-') : githubSlug(text);
}

/** Gives each heading of one document its anchor: a text that comes again gets `-1`, `-2`, … */
export function slugger(): (text: string) => string {
  const used = new Map<string, number>();
  return (text) => {
    const first = slugOf(text);
    let slug = first;
    let count = used.get(first) ?? 0;
    while (used.has(slug)) slug = `${first}-${++count}`;
    used.set(first, count);
    used.set(slug, used.get(slug) ?? 0);
    return slug;
  };
}
