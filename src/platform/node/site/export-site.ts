import { constants, copyFileSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { MarkdownParser } from '../../../core/markdown/parser.js';
import type { IndexedPage } from '../../../site/search/types.js';
import type { SiteFile } from '../../../site/types.js';
import { collectGarbage } from '../collect-garbage.js';
import { keepHeapSmall } from '../keep-heap-small.js';
import type { ParserChoice } from '../markdown-parser.js';
import { documentReader } from './read-document.js';
import { renderDocuments } from './render-documents.js';
import { renderWorkerUrl } from './render-worker-url.js';
import type { PlannedSite, SiteMaker } from './site-maker.js';
import { assertSitePath } from './site-path.js';
import { hasActiveContent, isSvg } from './svg-content.js';
import { type WrittenSite, writeSite } from './write-site.js';

/** What exporting a site needs beside its plan. */
export interface ExportRequest {
  /** The guidance folder, absolute. */
  readonly root: string;
  readonly plan: PlannedSite;
  readonly render: SiteMaker['render'];
  readonly parser: MarkdownParser;
  readonly parserChoice: ParserChoice;
  /** The files that every site has: styles, scripts, pictures. */
  readonly assets: readonly SiteFile[];
  readonly workers?: number;
  /** Called with how many documents' pages have been made. */
  readonly progress?: (done: number, total: number) => void;
  /** Called every few files; throws to stop. */
  readonly throwIfCancelled?: () => void;
  /** Called with what was written before it takes the place of the old site; throws to leave that as it was. */
  readonly assertFits?: (written: WrittenSite) => void;
}

/** A site that has been written. */
export interface ExportedSite extends WrittenSite {
  readonly pages: number;
  /** What the publisher has to know, in words. */
  readonly problems: readonly string[];
}

/** From this many documents on an export would fill the memory of a small machine with what it no longer needs. */
const LARGE = 2000;

/**
 * Writes a planned site into a folder, in the place of the one that is there.
 * @throws UsageError where the folder is not one that a site may take the place of
 */
export async function exportSite(out: string, request: ExportRequest): Promise<ExportedSite> {
  const { root, plan } = request;
  const problems = [...plan.problems];
  let indexed: Iterable<IndexedPage> = [];
  let pages = plan.documents.length;
  const large = pages >= LARGE;
  const read = documentReader(root);
  const textOf = (path: string) => {
    const file = read(path);
    return 'source' in file ? file.source.text : undefined;
  };
  async function before(folder: string): Promise<WrittenSite> {
    if (large) {
      keepHeapSmall(25);
      collectGarbage();
    }
    const copied = copyFiles(root, plan.copies, folder);
    const rendered = await renderDocuments(plan.documents, { ...settingsOf(request), folder });
    indexed = rendered.indexed;
    if (large) collectGarbage();
    problems.push(...copied.problems, ...rendered.unreadable.map((path) => `“${path}” could not be read: its page has no text.`));
    return { files: copied.files + rendered.files, bytes: copied.bytes + rendered.bytes };
  }
  function* files(): Generator<SiteFile> {
    yield* request.assets;
    for (const file of plan.made(textOf, indexed)) {
      if (file.path.endsWith('.html')) pages++;
      yield file;
    }
  }
  const { throwIfCancelled, assertFits } = request;
  const calls = { ...(throwIfCancelled ? { throwIfCancelled } : {}), ...(assertFits ? { assertFits } : {}) };
  const written = await writeSite(out, files(), { root, before, ...calls });
  return { ...written, pages, problems };
}

function settingsOf({ root, plan, render, parserChoice, workers, progress, throwIfCancelled }: ExportRequest) {
  return {
    root,
    shared: plan.shared,
    render,
    parserChoice,
    worker: renderWorkerUrl(),
    ...(workers === undefined ? {} : { workers }),
    ...(progress ? { progress } : {}),
    ...(throwIfCancelled ? { throwIfCancelled } : {}),
  };
}

/** Copies files of the guidance folder, without reading them into memory; what lies outside it stays there. */
function copyFiles(root: string, paths: readonly string[], folder: string): WrittenSite & { problems: string[] } {
  const real = realpathSync.native(root);
  const problems: string[] = [];
  let bytes = 0;
  for (const path of paths) {
    assertSitePath(path);
    try {
      const from = realpathSync.native(join(root, path));
      if (!from.startsWith(real.endsWith(sep) ? real : real + sep)) throw new Error('it is a link that leads outside the guidance folder');
      if (isSvg(path) && hasActiveContent(readFileSync(from, 'latin1'))) throw new Error('it is a picture with a script in it');
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      copyFileSync(from, join(folder, path), constants.COPYFILE_EXCL);
      bytes += statSync(from).size;
    } catch (error) {
      problems.push(`“${path}” is not on the site: ${error instanceof Error ? error.message : String(error)}.`);
    }
  }
  return { files: paths.length - problems.length, bytes, problems };
}
