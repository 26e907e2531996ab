import GithubSlugger from 'github-slugger';

/** The anchor of a heading's text as GitHub makes it, for the first heading of that text. */
export function slugOf(text: string): string {
  return slugger()(text);
}

/** Gives each heading of one document its anchor: a text that comes again gets `-1`, `-2`, … */
export function slugger(): (text: string) => string {
  const github = new GithubSlugger();
  return (text) => github.slug(text);
}
