import type { DestinationMapView } from '../../src/map/types.js';
import { mapViews } from '../../src/map/view.js';
import { lintInMemory } from '../../src/platform/memory/memory-workspace.js';
import { remarkParser } from '../../src/platform/remark-parser.js';
import { secondFramework, withSecondApplication } from './fixture-roots.js';

const parser = remarkParser();
const TODAY = '2026-09-01';

/** The views of the files of a root. */
export function viewsOf(files: Readonly<Record<string, string>>, today = TODAY): DestinationMapView[] {
  return mapViews(lintInMemory(files, { parser, rules: [], today }).snapshot, today);
}

/** The project's own guidance and a second application of the same framework. */
export function twoApplications(): readonly DestinationMapView[] {
  applications ??= viewsOf(withSecondApplication());
  return applications;
}

// Views are plain data that nobody changes: they are made once for all tests.
let applications: readonly DestinationMapView[] | undefined;
let compass: DestinationMapView | undefined;

/** A framework of four domains and thirty criteria. */
export function harbour(): DestinationMapView {
  compass ??= only(viewsOf(secondFramework()));
  return compass;
}

/** The one view of a list. */
export function only(views: readonly DestinationMapView[]): DestinationMapView {
  const [view] = views;
  if (!view || views.length > 1) throw new Error(`There are ${views.length} views.`);
  return view;
}
