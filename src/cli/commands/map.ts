import { existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
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

/** The endings by which a file's name says its format. */
const ENDINGS: Readonly<Record<Format, readonly string[]>> = {
  text: ['.txt'],
  svg: ['.svg'],
  html: ['.html', '.htm'],
  png: ['.png'],
  json: ['.json'],
};

/** The endings of what guidance is written in: no drawing is written over it. */
const GUIDANCE: readonly string[] = ['.md', '.markdown', '.yml', '.yaml'];

/** Draws the map of a guidance folder, to the terminal or to a file. */
export async function mapCommand(path: string, options: MapOptions, terminal: Terminal): Promise<ExitCode> {
  const format = formatOf(options);
  if (options.output !== undefined) checkPlace(options.output);
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
  if (GUIDANCE.includes(ending)) throw new UsageError(`“${output}” has the ending of guidance, which is not written over. Choose another.`);
  const chosen = format ?? (Object.keys(ENDINGS) as Format[]).find((one) => ENDINGS[one].includes(ending));
  if (chosen !== undefined) return chosen;
  throw new UsageError(`The ending of “${output}” says no format. Use .svg, .html, .png, .json or .txt. Or say the format with --format.`);
}

/** Says before anything is drawn that a file cannot be written where it is asked for. */
function checkPlace(output: string): void {
  const folder = dirname(output);
  if (!existsSync(folder)) throw new UsageError(`There is no folder “${folder}”. Make it first, or write the map elsewhere.`);
  if (statSync(output, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`“${output}” is a folder. Say the name of a file in it, such as “${join(output, 'map.svg')}”.`);
  }
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
