#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

/**
 * Starts the command from its bundle with the compiled code that the build left beside it: to compile anew would take
 * longer than to lint twenty documents. V8 refuses what another version of it compiled, and then compiles as usual.
 */
const file = fileURLToPath(new URL('./command.cjs', import.meta.url));
const compiled = `${file}.compiled`;
const script = new Script(`(function (require, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`, {
  filename: file,
  ...(existsSync(compiled) ? { cachedData: readFileSync(compiled) } : {}),
});
const command = script.runInThisContext() as (require: NodeJS.Require, filename: string, dirname: string) => void;
command(createRequire(file), file, dirname(file));

// Asked by the build alone, once the command has run and V8 knows what it needs.
const keep = process.env['DMAP_KEEP_COMPILED'];
if (keep) {
  const { writeFileSync } = await import('node:fs');
  process.on('exit', () => writeFileSync(compiled, script.createCachedData()));
}
