import type { SchemaTree } from '../../core/schema/annotations.js';
import { code, paragraphs, plain } from './markdown.js';

/** What a schema says of a field, as Markdown. */
export function describeField(name: string, { schema, items }: SchemaTree, required = false): string {
  const choices = (schema.enum ?? items?.schema.enum ?? []).map((value) => code(String(value)));
  const title = schema.title === undefined ? code(name) : `**${plain(schema.title)}** ${code(name)}`;
  return paragraphs(
    `${title}${required ? ' (required)' : ''}`,
    schema.description === undefined ? undefined : plain(schema.description),
    choices.length === 0 ? undefined : `One of: ${choices.join(', ')}`,
    schema.default === undefined ? undefined : `Where it is left out: ${code(String(schema.default))}`,
  );
}
