import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocatedDiagnostic } from '../../src/core/lint/finding.js';
import { planFixes } from '../../src/core/lint/fix-plan.js';
import { SourceText } from '../../src/core/text/source-text.js';
import { lintInMemory } from '../../src/platform/memory/memory-workspace.js';
import { remarkParser } from '../../src/platform/remark-parser.js';
import { rules } from '../../src/rules/index.js';
import { baseFiles, examplesIn, type RuleExample } from '../support/rule-examples.js';

const SECTIONS = ['Why', 'Incorrect', 'Correct', 'Options'];
const TODAY = '2026-09-01';
const parser = remarkParser();

describe('rules', () => {
  for (const rule of rules) {
    const page = readFileSync(join(import.meta.dirname, '../../src/rules', `${rule.id}.md`), 'utf8');
    describe(rule.id, () => {
      it('has a page with the sections that every rule has', () => {
        const headings = [...page.replace(/^(`{3,}).*\n[\s\S]*?^\1$/gm, '').matchAll(/^## (.+)$/gm)].map((match) => match[1]);
        assert.deepEqual(headings, SECTIONS);
        assert.match(page, new RegExp(`^# ${rule.id}\n`));
      });

      it('uses every message that it declares, and no other', () => {
        const source = readFileSync(join(import.meta.dirname, '../../src/rules', `${rule.id}.ts`), 'utf8');
        for (const id of Object.keys(rule.meta.messages)) assert.ok(source.includes(`'${id}'`), `message ${id} is never used`);
      });

      const examples = examplesIn(page);
      it('shows at least one incorrect and one correct example', () => {
        assert.ok(examples.some((example) => example.correct));
        assert.ok(examples.some((example) => !example.correct));
      });

      for (const example of examples) {
        it(`${example.correct ? 'accepts' : 'reports'} ${example.name}`, () => checkExample(rule.id, example));
      }
    });
  }
});

function checkExample(ruleId: string, example: RuleExample): void {
  const files = { ...baseFiles(), ...example.files };
  const found = lint(files, ruleId).map((one) => `${one.path}:${one.line}:${one.column} ${one.message}`);
  assert.deepEqual(found, example.expected);
  if (!example.correct) assert.ok(found.length > 0, 'an incorrect example has a finding');
  if (Object.keys(example.fixed).length > 0) {
    const after = fixAll(files, ruleId);
    for (const [path, text] of Object.entries(example.fixed)) assert.equal(after[path], text, path);
  }
}

function lint(files: Record<string, string>, ruleId: string): LocatedDiagnostic[] {
  const { diagnostics } = lintInMemory(files, { rules, parser, today: TODAY });
  return diagnostics.filter((one) => one.ruleId === ruleId || one.ruleId.startsWith('internal/'));
}

function fixAll(files: Record<string, string>, ruleId: string): Record<string, string> {
  let now = { ...files };
  for (let pass = 0; pass < 10; pass++) {
    const { diagnostics, snapshot } = lintInMemory(now, { rules, parser, today: TODAY });
    const mine = diagnostics.filter((one) => one.ruleId === ruleId);
    const current = now;
    const plans = planFixes(mine, snapshot, (path) => new SourceText(path, current[path] ?? ''));
    if (plans.length === 0) return now;
    now = { ...now };
    for (const plan of plans) {
      if (plan.renameTo) delete now[plan.path];
      now[plan.renameTo ?? plan.path] = plan.text;
    }
  }
  throw new Error('fixes do not converge');
}
