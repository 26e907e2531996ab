import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteAssets, SiteFile } from '../../../site/types.js';
import { UsageError } from '../usage-error.js';

/** The styles, scripts and pictures that every site has, as files with the hash of their content in the name. */
export interface LoadedAssets {
  readonly assets: SiteAssets;
  readonly files: readonly SiteFile[];
}

/**
 * Reads the assets of sites.
 * @param folder where the build has put them: `site` in the folder of the built package
 * @param ownStyle styles of this site's own, which follow those of every site
 */
export function loadSiteAssets(folder: string, ownStyle = ''): LoadedAssets {
  const font = hashed('font.woff2', read(folder, 'font.woff2'));
  const icon = hashed('icon.svg', read(folder, 'icon.svg'));
  const script = hashed('site.js', read(folder, 'site.js'));
  const search = hashed('search.js', read(folder, 'search.js'));
  // They lie side by side, so a style sheet needs the names alone.
  const shared = withNames(read(folder, 'site.css'), { 'font.woff2': font, 'icon.svg': icon });
  const style = hashed('site.css', Buffer.concat([shared, Buffer.from(ownStyle, 'utf8')]));
  return {
    assets: { style: style.path, script: script.path, search: search.path, font: font.path, icon: icon.path },
    files: [font, icon, script, search, style],
  };
}

/** The script that a preview adds to every page. */
export function loadPreviewScript(folder: string): string {
  return read(folder, 'preview.js').toString('utf8');
}

/** The script and the style sheet of the player in a SCORM package. */
export function loadPlayer(folder: string): { readonly script: Uint8Array; readonly style: Uint8Array } {
  return { script: read(folder, 'scorm-player.js'), style: read(folder, 'scorm-player.css') };
}

function read(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, name));
  } catch {
    throw new UsageError(
      `“${name}”, a part of every site, is not in this installation. Install it again; in a checkout run “npm run build”.`,
    );
  }
}

function hashed(name: string, content: Buffer): SiteFile {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const dot = name.lastIndexOf('.');
  return { path: `assets/${name.slice(0, dot)}.${hash}${name.slice(dot)}`, content };
}

/** A style sheet whose addresses have the hashed names. */
function withNames(style: Buffer, names: Readonly<Record<string, SiteFile>>): Buffer {
  const text = style.toString('utf8').replace(ADDRESS, (whole, name: string) => {
    const file = Object.hasOwn(names, name) ? names[name] : undefined;
    return file ? `url("${file.path.slice('assets/'.length)}")` : whole;
  });
  return Buffer.from(text, 'utf8');
}

const ADDRESS = /url\(\s*["']?(?:\.\/)?([\w.-]+)["']?\s*\)/g;
