#!/usr/bin/env node
import { openWorkspace, lint } from '../index.js';
const ws = await openWorkspace(process.argv[2] ?? '.', { cache: !process.argv.includes('--no-cache') });
const r = await lint(ws);
const by: Record<string, number> = {};
for (const d of r.diagnostics) { by[d.ruleId] = (by[d.ruleId] ?? 0) + 1; if (process.argv.includes('-v')) console.log(`${d.path}:${d.line}:${d.column} ${d.severity} ${d.ruleId} ${d.message}`); }
console.log(r.files, by);
