import type { ExchangeFile } from '../types.js';
import { manifestXml } from './manifest.js';
import { playerHtml } from './player-page.js';
import { type Course, PLAYER, type PlayerAssets } from './types.js';

/** The files of a SCORM 1.2 package beside the site, which stands in its folder: the manifest comes first. */
export function* packageFiles(course: Course, { script, style }: PlayerAssets): Generator<ExchangeFile> {
  yield { path: 'imsmanifest.xml', content: manifestXml(course) };
  yield { path: PLAYER.page, content: playerHtml(course) };
  yield { path: PLAYER.script, content: script };
  yield { path: PLAYER.style, content: style };
}
