import { parse, stringify } from 'yaml';
import { filesBelow } from './guidance-files.js';

/** The texts of a guidance root that is a folder of the project, by their path from it. */
export function rootIn(folder: string): Record<string, string> {
  const files = filesBelow([folder], /\.(?:md|yml)$/);
  return Object.fromEntries([...files].map(([path, text]) => [path.slice(folder.length + 1), text]));
}

/** The project's own guidance with a second application beside its first, on the same framework. */
export function withSecondApplication(): Record<string, string> {
  const guidance = rootIn('guidance');
  const { 'sources.yml': sources, ...documents } = rootIn('test/fixtures/second-application');
  return { ...guidance, ...documents, 'sources.yml': joinedRegisters(guidance['sources.yml'] ?? '', sources ?? '') };
}

/** A root of another shape: another framework, nothing of the Destination Map. */
export function secondFramework(): Record<string, string> {
  return rootIn('test/fixtures/second-framework');
}

function joinedRegisters(first: string, second: string): string {
  const sources = [first, second].flatMap((text) => (parse(text) as { sources: unknown[] }).sources);
  return stringify({ sources });
}
