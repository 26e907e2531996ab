import type { Framework } from '../../core/model/framework.js';
import { MANIFEST } from '../../core/model/manifest.js';
import { fieldText } from '../../core/workspace/document.js';
import { frameworkUuid } from '../plan/identifiers.js';
import type { ExchangeInput } from '../types.js';
import { changedOn, identified } from './nodes.js';
import type { CFDocument } from './types.js';

/** A framework as CASE's document. */
export function documentOf(framework: Framework, input: ExchangeInput): CFDocument {
  const { snapshot, addressOf } = input;
  const address = addressOf?.({ framework: framework.key });
  const manifest = snapshot.facts(MANIFEST);
  const disclaimer = manifest && fieldText(manifest, 'disclaimer');
  return {
    ...identified(frameworkUuid(framework.key), changedOn(framework.path, input), address),
    caseVersion: '1.1',
    creator: creatorOf(framework, input),
    title: framework.title,
    ...(framework.description === undefined ? {} : { description: framework.description }),
    language: snapshot.manifest.lang,
    ...(framework.version === '' ? {} : { version: framework.version }),
    ...(address === undefined ? {} : { officialSourceURL: address }),
    ...(disclaimer === undefined ? {} : { notes: disclaimer }),
  };
}

/** Who made the framework: the authors of the source that defines it. CASE wants somebody: else whoever writes the guidance. */
function creatorOf(framework: Framework, { snapshot }: ExchangeInput): string {
  const facts = snapshot.facts(framework.path);
  const source = snapshot.sourcesById.get((facts && fieldText(facts, 'source')) ?? '');
  return source && source.authors.length > 0 ? source.authors.join(', ') : snapshot.manifest.title;
}
