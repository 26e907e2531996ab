/** Reads every file below a folder and does nothing with it: the least that a program in Node can do. */
import { readdirSync, readFileSync } from 'node:fs';

function read(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) read(path);
    else readFileSync(path);
  }
}
read(process.argv[2] ?? '.');
