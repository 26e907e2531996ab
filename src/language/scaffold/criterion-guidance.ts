import type { FrameworkElement } from '../../core/model/framework.js';
import type { CalendarDate } from '../../core/schema/dates.js';
import type { Application } from '../../core/workspace/application.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { guidanceOn } from '../../core/workspace/subjects.js';
import { allowedDomains } from './application.js';
import { scaffoldDocument } from './document.js';
import type { ScaffoldFile } from './scaffold-file.js';

/**
 * A first guidance document of an application on a criterion, beside the application's own document.
 * @param criterion an element of the application's framework
 * @returns undefined where there is guidance already, or another file in its place
 */
export function scaffoldGuidance(
  criterion: FrameworkElement,
  application: Application,
  snapshot: WorkspaceSnapshot,
  today: CalendarDate,
): ScaffoldFile | undefined {
  const { framework, key, path: home } = application;
  const type = snapshot.types.get('criterion-guidance');
  const path = `${home.slice(0, home.lastIndexOf('/') + 1)}${criterion.key}.md`;
  if (!framework || !type || criterion.kind !== 'criterion' || snapshot.hasFile(path)) return undefined;
  if (guidanceOn(criterion, framework, key, snapshot).length > 0) return undefined;
  const fields = { application: key, criterion: criterion.key };
  const sources = { framework: allowedDomains(framework, criterion), today, sources: snapshot.sources.map(({ id }) => id) };
  return scaffoldDocument({ path, type, title: criterion.title, fields, parts: criterion.parts }, sources);
}
