import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Application } from '../../core/workspace/application.js';
import { fieldText } from '../../core/workspace/document.js';
import { FileNames } from '../../exchange/plan/file-names.js';
import { uuidOf } from '../../exchange/plan/identifiers.js';
import { exportedApplications } from '../../exchange/plan/scopes.js';
import { packageFiles } from '../../exchange/scorm/scorm-files.js';
import { type Course, SITE_FOLDER } from '../../exchange/scorm/types.js';
import type { ExchangeFile, ExchangeInput } from '../../exchange/types.js';
import { loadPlayer } from '../../platform/node/site/site-assets.js';
import { filesOf, sitePaths, zipSite } from '../../platform/node/site/zip-site.js';
import { packageFolder } from '../package-folder.js';
import type { MakeJob } from './make-job.js';
import { type TemporarySite, temporarySite } from './temporary-site.js';

/** A SCORM 1.2 package of each application: the whole site in a player, which follows the pages of that application. */
export async function* scormPackages(input: ExchangeInput, job: MakeJob): AsyncGenerator<ExchangeFile> {
  const applications = exportedApplications(input);
  if (applications.length === 0) return;
  const player = loadPlayer(join(packageFolder(), 'dist/site'));
  const site = await temporarySite(job);
  const names = new FileNames();
  try {
    const paths = sitePaths(site.folder);
    for (const application of applications) {
      job.throwIfCancelled();
      const course = courseOf(application, input, { site, paths });
      if (!course) continue;
      const zip = join(dirname(site.folder), 'package.zip');
      zipSite(both(packageFiles(course, player), filesOf(site.folder, paths, SITE_FOLDER)), zip);
      yield { path: names.of([application.key], '.zip'), content: readFileSync(zip) };
    }
  } finally {
    site.remove();
  }
}

/** An application as a course; undefined where none of its pages is on the site. */
function courseOf(
  { key, title, path, framework }: Application,
  { snapshot }: ExchangeInput,
  { site, paths }: { readonly site: TemporarySite; readonly paths: readonly string[] },
): Course | undefined {
  const { shared } = site.plan;
  const items = shared.sections[`application ${key}`]?.items ?? [];
  const [first, ...others] = items.map((item) => ({
    path: item.page,
    title: item.label === undefined ? item.title : `${item.label}: ${item.title}`,
  }));
  if (!first) return undefined;
  const facts = snapshot.facts(path);
  return {
    uuid: uuidOf('course', framework?.key ?? '', key),
    title,
    lang: shared.lang,
    description: facts && fieldText(facts, 'summary'),
    pages: [first, ...others],
    siteFiles: paths,
    style: shared.assets.style,
  };
}

function* both<T>(first: Iterable<T>, second: Iterable<T>): Generator<T> {
  yield* first;
  yield* second;
}
