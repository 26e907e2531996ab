import type { ExchangeInput, PublishedThing } from '../../exchange/types.js';
import { didYouMean, UsageError, type WorkspaceSnapshot } from '../../index.js';
import { historyOf } from '../../platform/node/site/git-history.js';
import { elementPage, frameworkPage } from '../../site/addresses.js';
import { webAddressOf } from '../../site/href.js';
import { PageIndex } from '../../site/plan/page-index.js';
import { type SiteOverrides, siteSettings } from '../../site/settings.js';
import type { Checked } from './check-guidance.js';

/** What was asked for on the command line. */
interface Asked {
  readonly drafts?: boolean;
  readonly application?: string;
  readonly overrides: SiteOverrides;
}

/**
 * What an export is made from: the guidance, the addresses that it has on its site, and when its files last changed.
 * @throws UsageError where an application is asked for that there is not
 */
export async function exchangeInput(root: string, { snapshot, today }: Checked, asked: Asked): Promise<ExchangeInput> {
  const drafts = asked.drafts === true;
  if (asked.application !== undefined) assertApplication(asked.application, snapshot);
  const { address } = siteSettings(snapshot, asked.overrides);
  const paths = [...snapshot.markdown, ...snapshot.dataFiles].map((facts) => facts.path);
  const history = await historyOf(root, paths, 1);
  return {
    snapshot,
    today,
    drafts,
    application: asked.application,
    addressOf: address === undefined ? undefined : addresses(address, new PageIndex(snapshot, drafts)),
    lastModified: history?.lastModified,
  };
}

function addresses(address: string, index: PageIndex): (thing: PublishedThing) => string | undefined {
  return (thing) => {
    const page = pageOf(thing, index);
    return page === undefined ? undefined : webAddressOf(page, { address });
  };
}

function pageOf(thing: PublishedThing, index: PageIndex): string | undefined {
  if ('document' in thing) return index.pageOf(thing.document);
  return 'kind' in thing ? elementPage(thing.framework, thing.kind, thing.key) : frameworkPage(thing.framework);
}

function assertApplication(key: string, { applications }: WorkspaceSnapshot): void {
  const keys = applications.map((application) => application.key);
  if (keys.includes(key)) return;
  const there = keys.length > 0 ? `There is ${keys.join(', ')}.` : 'There is none yet. “dmap new application NAME” starts one.';
  throw new UsageError(`There is no application “${key}”.${didYouMean(key, keys)} ${there}`);
}
