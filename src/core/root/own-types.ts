import type { Finding } from '../lint/finding.js';
import type { Manifest } from '../model/manifest.js';
import { compileOwnType } from '../schema/compile.js';
import type { JsonSchema } from '../schema/json-schema.js';
import type { OwnType } from '../schema/registry.js';
import type { LoadedFile } from '../text/source-text.js';
import type { ReadFile } from './root-settings.js';

/** The types that a manifest names, and what is wrong with those that cannot be used. */
export async function ownTypes(manifest: Manifest, read: ReadFile): Promise<{ types: OwnType[]; problems: Finding[] }> {
  const types: OwnType[] = [];
  const problems: Finding[] = [];
  for (const [name, path] of Object.entries(manifest.types)) {
    try {
      types.push(await compileOwnType(name, schemaIn(read(path), path)));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push({
        messageId: 'configuration',
        data: { message: `The type “${name}” cannot be used: ${reason}` },
        at: { field: ['types', name] },
      });
    }
  }
  return { types, problems };
}

function schemaIn(file: LoadedFile | undefined, path: string): JsonSchema {
  if (!file) throw new Error(`there is no file “${path}” in this guidance folder.`);
  if ('unreadable' in file) throw new Error(`“${path}” cannot be read.`);
  try {
    return JSON.parse(file.source.text) as JsonSchema;
  } catch {
    throw new Error(`“${path}” is not JSON.`);
  }
}
