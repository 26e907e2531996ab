import { writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fieldText } from '../../core/workspace/document.js';
import { didYouMean, MANIFEST, openWorkspace, UsageError, type WorkspaceSnapshot } from '../../index.js';
import { mapPage } from '../../map/html/page-html.js';
import { radialMap } from '../../map/svg/radial-svg.js';
import type { DestinationMapView } from '../../map/types.js';
import { mapViews } from '../../map/view.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { mapPretty } from '../formats/map-pretty.js';
import { loadReadable } from '../load-readable.js';
import { openOptions, type ReadingOptions } from '../open-options.js';
import { packageFolder } from '../package-folder.js';
import { progressLine } from '../progress.js';
import { rootOf } from '../roots.js';
import type { Terminal } from '../terminal.js';

type Format = 'text' | 'svg' | 'html' | 'png' | 'json';

/** The options of `map`, as the command line has them. */
export interface MapOptions extends ReadingOptions {
  readonly format?: Format;
  readonly application?: string;
  readonly output?: string;
}

/** The endings that the file of each format may have: no document of the guidance has one of them. */
const ENDINGS: Readonly<Record<Format, readonly string[]>> = {
  text: ['.txt'],
  svg: ['.svg'],
  html: ['.html', '.htm'],
  png: ['.png'],
  json: ['.json'],
};

/** Draws the map of a guidance folder, to the terminal or to a file. */
export async function mapCommand(path: string, options: MapOptions, terminal: Terminal): Promise<ExitCode> {
  const format = formatOf(options);
  const progress = progressLine(terminal);
  const workspace = await openWorkspace(rootOf(path), { ...openOptions(options), progress: progress.show });
  const { snapshot } = await loadReadable(workspace).finally(progress.clear);
  const views = wanted(mapViews(snapshot, workspace.today), options.application);
  const drawn = await draw(views, format, snapshot, terminal);
  if (options.output !== undefined) {
    writeFileSync(options.output, drawn);
    terminal.out(`Wrote ${options.output}.\n`);
  } else {
    terminal.out(typeof drawn === 'string' ? drawn : '');
  }
  return EXIT.fine;
}

/** The format that is asked for, or that the file's ending says; text where neither does. */
function formatOf({ format, output }: MapOptions): Format {
  if (output === undefined) {
    if (format === 'png') throw new UsageError('A PNG picture cannot be shown here. Say where to write it, such as “--output map.png”.');
    return format ?? 'text';
  }
  const ending = extname(output).toLowerCase();
  const said = (Object.keys(ENDINGS) as Format[]).find((one) => ENDINGS[one].includes(ending));
  const chosen = format ?? said;
  if (chosen === undefined) {
    throw new UsageError(`The ending of “${output}” says no format. Use .svg, .html, .png, .json or .txt.`);
  }
  if (chosen === said) return chosen;
  throw new UsageError(`“${output}” is not the name of a ${chosen} file. Let it end in ${ENDINGS[chosen].join(' or ')}.`);
}

function wanted(views: readonly DestinationMapView[], key: string | undefined): readonly DestinationMapView[] {
  if (views.length === 0) {
    throw new UsageError('This guidance has no framework that could be drawn. “dmap lint” says what is wrong.');
  }
  if (key === undefined) return views;
  const found = views.filter(({ application }) => application?.key === key);
  if (found.length > 0) return found;
  const keys = views.flatMap(({ application }) => application?.key ?? []);
  const there = keys.length > 0 ? `There is ${keys.join(', ')}.` : 'There is none yet. “dmap new application NAME” starts one.';
  throw new UsageError(`There is no application “${key}”.${didYouMean(key, keys)} ${there}`);
}

async function draw(
  views: readonly DestinationMapView[],
  format: Format,
  snapshot: WorkspaceSnapshot,
  terminal: Terminal,
): Promise<string | Uint8Array> {
  if (format === 'text') return mapPretty(views, terminal);
  if (format === 'json') return `${JSON.stringify({ views }, null, 2)}\n`;
  if (format === 'html') return mapPage(views, pageOptions(snapshot));
  const svg = `${radialMap(only(views), { link: () => undefined, idPrefix: 'map', variant: 'image' })}\n`;
  if (format === 'svg') return svg;
  const { svgToPng } = await import('../../platform/node/map-png.js');
  return svgToPng(svg, join(packageFolder(), 'dist/fonts'));
}

function pageOptions(snapshot: WorkspaceSnapshot) {
  const { title, lang } = snapshot.manifest;
  const facts = snapshot.facts(MANIFEST);
  const disclaimer = facts && fieldText(facts, 'disclaimer');
  return { title, lang, ...(disclaimer === undefined ? {} : { disclaimer }) };
}

function only(views: readonly DestinationMapView[]): DestinationMapView {
  const [view] = views;
  if (view && views.length === 1) return view;
  const keys = views.flatMap(({ application }) => application?.key ?? []);
  throw new UsageError(`A picture shows one application. Say which with --application: ${keys.join(', ')}.`);
}
