import { join } from 'node:path';
import { loadParser } from '../../platform/node/markdown-parser.js';
import type { ExportRequest } from '../../platform/node/site/export-site.js';
import { historyOf } from '../../platform/node/site/git-history.js';
import { loadSiteAssets } from '../../platform/node/site/site-assets.js';
import { renderDocument } from '../../site/pages/document-page.js';
import { planSite, type SitePlan } from '../../site/plan-site.js';
import { type SiteOverrides, siteSettings } from '../../site/settings.js';
import { accentStyle } from '../../site/theme.js';
import type { ReadingOptions } from '../open-options.js';
import { packageFolder } from '../package-folder.js';
import type { Checked } from './check-guidance.js';

/** What was asked for, as far as it concerns the pages of a site. */
interface Asked {
  readonly options: ReadingOptions & { readonly drafts?: boolean };
  readonly overrides: SiteOverrides;
}

/** Plans the site of guidance that was checked: everything that exporting it needs but the folder. */
export async function siteRequest(
  root: string,
  checked: Checked,
  { options, overrides }: Asked,
): Promise<ExportRequest & { readonly plan: SitePlan }> {
  const { assets, files } = loadSiteAssets(join(packageFolder(), 'dist/site'), accentStyle(siteSettings(checked.snapshot).accent));
  const documents = checked.snapshot.markdown.map((facts) => facts.path);
  const [parser, history] = await Promise.all([loadParser(options.parser), historyOf(root, documents)]);
  const input = { ...checked, assets, overrides, drafts: options.drafts === true, ...(history ? { history } : {}) };
  return { root, plan: planSite(input, parser), render: renderDocument, parser, parserChoice: options.parser, assets: files };
}
