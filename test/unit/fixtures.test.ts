import { strict as assert } from 'node:assert';
import { type ApplicationCoverage, type CoverageState, type CriterionCoverage, coverageOf } from '../../src/core/coverage/coverage.js';
import { elementsOf } from '../../src/core/model/framework.js';
import { lintInMemory, type MemoryWorkspace } from '../../src/platform/memory/memory-workspace.js';
import { remarkParser } from '../../src/platform/remark-parser.js';
import { rules } from '../../src/rules/index.js';
import { secondFramework, withSecondApplication } from '../support/fixture-roots.js';

const TODAY = '2026-09-01';

describe('fixtures', () => {
  describe('a second application on the framework of the guidance', () => {
    let root: MemoryWorkspace;
    let trees: ApplicationCoverage;
    before(() => {
      root = lint(withSecondApplication());
      trees = applicationIn(root, 'tree-care');
    });

    it('stands beside the first, on one framework', () => {
      const { applications } = coverageOf(root.snapshot);
      assert.deepEqual(
        applications.map(({ application, framework }) => `${application} on ${framework}`),
        ['rasso on destination-map', 'tree-care on destination-map'],
      );
    });

    it('gives no error', () => assert.deepEqual(errorsOf(root), []));

    it('counts each criterion of the framework once', () => {
      assert.deepEqual(trees.counts, { covered: 2, partial: 2, planned: 5, 'not-applicable': 1, missing: 7, total: 17 });
      assert.equal(applicationIn(root, 'rasso').counts.total, 17);
    });

    it('takes nothing from the guidance of the first application', () => {
      const paths = trees.criteria.flatMap(({ path }) => path ?? []);
      assert.ok(
        paths.every((path) => path.startsWith('tree-care/')),
        paths.join(', '),
      );
    });

    it('knows which criteria are in which state', () => {
      assert.deepEqual(keysIn(trees, 'covered'), ['skills-and-knowledge-capital', 'feedback-culture']);
      assert.deepEqual(keysIn(trees, 'partial'), ['quality-assurance', 'reflective-practice']);
      assert.deepEqual(keysIn(trees, 'planned'), [
        'demand-understanding',
        'learning-design',
        'multi-modal-access',
        'signposting',
        'value-creation',
      ]);
      assert.deepEqual(keysIn(trees, 'not-applicable'), ['partner-engagement']);
    });

    it('has a reason for every criterion that is planned or not applicable, and for no other', () => {
      for (const { key, state, because } of trees.criteria) {
        assert.equal(because !== undefined, state === 'planned' || state === 'not-applicable', key);
      }
    });

    it('misses only the part “Impact” of a criterion of which all else is written', () => {
      const { parts, unfilled } = criterion(trees, 'quality-assurance');
      assert.deepEqual(statesByTitle(parts), { Design: 'covered', Delivery: 'covered', Impact: 'missing' });
      assert.deepEqual(unfilled, []);
    });

    it('counts a draft as partial, however complete it is', () => {
      const { status, unfilled, parts } = criterion(trees, 'reflective-practice');
      assert.deepEqual({ status, unfilled, parts }, { status: 'draft', unfilled: [], parts: [] });
    });

    it('knows when the review of the published guidance is due, and claims no other review', () => {
      const due = trees.criteria.filter(({ reviewDue }) => reviewDue !== undefined).map(({ key, reviewDue }) => `${key} on ${reviewDue}`);
      assert.deepEqual(due, ['feedback-culture on 2027-05-04']);
    });

    it('fills a cell of the matrix only where a claim names both its attribute and its domain', () => {
      assert.equal(trees.matrix.length, 27);
      assert.deepEqual(filledCells(trees), {
        'empowering-access × individuals': ['skills-and-knowledge-capital'],
        'learning-approaches × individuals': ['skills-and-knowledge-capital', 'feedback-culture', 'reflective-practice'],
        'adaptive-workforce × organisations': ['skills-and-knowledge-capital'],
        'evidence-based × organisations': ['quality-assurance'],
        'learning-organisations × organisations': ['feedback-culture'],
      });
    });

    it('serves publics by a claim that names no attribute', () => {
      assert.deepEqual(servedBy(trees), {
        publics: ['feedback-culture'],
        organisations: ['skills-and-knowledge-capital', 'quality-assurance', 'feedback-culture'],
        individuals: ['skills-and-knowledge-capital', 'feedback-culture', 'reflective-practice'],
      });
    });

    it('cites sources that were added to the register', () => {
      assert.deepEqual(criterion(trees, 'reflective-practice').sources, ['sapling-study']);
      assert.ok(root.snapshot.sourcesById.has('sapling-study'));
    });
  });

  describe('a second framework, of another shape', () => {
    let root: MemoryWorkspace;
    let craft: ApplicationCoverage;
    before(() => {
      root = lint(secondFramework());
      craft = applicationIn(root, 'small-craft');
    });

    it('has four domains, five attributes and thirty criteria, and none of the other kinds of element', () => {
      const [framework] = root.snapshot.frameworks;
      assert.ok(framework);
      const count = (kind: Parameters<typeof elementsOf>[1]) => elementsOf(framework, kind).length;
      assert.deepEqual([count('domain'), count('attribute'), count('criterion')], [4, 5, 30]);
      assert.deepEqual([count('knowledge_domain'), count('audience'), count('practice')], [0, 0, 0]);
    });

    it('gives no error', () => assert.deepEqual(errorsOf(root), []));

    it('counts every criterion once', () => {
      assert.deepEqual(craft.counts, { covered: 4, partial: 2, planned: 20, 'not-applicable': 1, missing: 3, total: 30 });
    });

    it('knows which criteria are in which state', () => {
      assert.deepEqual(keysIn(craft, 'covered'), ['crew-skills', 'safety-briefings', 'near-miss-reports', 'life-jackets']);
      assert.deepEqual(keysIn(craft, 'partial'), ['emergency-drills', 'cold-water']);
      assert.deepEqual(keysIn(craft, 'not-applicable'), ['spill-response']);
      assert.deepEqual(keysIn(craft, 'missing'), ['night-passages', 'wildlife', 'plain-language']);
    });

    it('finds guidance and plans that name a criterion by its number', () => {
      assert.equal(criterion(craft, 'near-miss-reports').path, 'small-craft/near-miss-reports.md');
      assert.match(criterion(craft, 'seasonal-handover').because ?? '', /season/);
    });

    it('covers a criterion whose parts are all written, and finds the part that is missing from another', () => {
      assert.deepEqual(statesByTitle(criterion(craft, 'safety-briefings').parts), {
        'Before the passage': 'covered',
        'After the passage': 'covered',
      });
      assert.deepEqual(statesByTitle(criterion(craft, 'emergency-drills').parts), {
        'Planning a drill': 'covered',
        'Practising together': 'covered',
        'Reviewing the drill': 'missing',
      });
    });

    it('gives the parts of a criterion without guidance the state of the whole', () => {
      assert.deepEqual(statesByTitle(criterion(craft, 'spill-response').parts), {
        'Noticing a spill': 'not-applicable',
        'Clearing a spill': 'not-applicable',
      });
    });

    it('fills a cell of the matrix only where a claim names both its attribute and its domain', () => {
      assert.equal(craft.matrix.length, 20);
      assert.deepEqual(filledCells(craft), {
        'prepared × crews': ['crew-skills', 'safety-briefings', 'emergency-drills', 'cold-water'],
        'prepared × vessels': ['life-jackets'],
        'open-reporting × crews': ['safety-briefings', 'near-miss-reports'],
        'open-reporting × shore': ['near-miss-reports'],
        'shared × waters': ['safety-briefings'],
        'shared × shore': ['near-miss-reports'],
        'measured × vessels': ['emergency-drills'],
        'lasting × crews': ['crew-skills', 'life-jackets'],
      });
    });

    it('serves domains by claims without an attribute too', () => {
      assert.deepEqual(servedBy(craft)['shore'], ['crew-skills', 'near-miss-reports']);
      assert.deepEqual(servedBy(craft)['waters'], ['safety-briefings', 'cold-water']);
    });
  });
});

function lint(files: Readonly<Record<string, string>>): MemoryWorkspace {
  return lintInMemory(files, { rules, parser: remarkParser(), today: TODAY });
}

function errorsOf({ diagnostics }: MemoryWorkspace): string[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map((one) => `${one.path}:${one.line}:${one.column} ${one.ruleId}: ${one.message}`);
}

function applicationIn({ snapshot }: MemoryWorkspace, key: string): ApplicationCoverage {
  const found = coverageOf(snapshot).applications.find(({ application }) => application === key);
  assert.ok(found, `there is no application ${key}`);
  return found;
}

function criterion({ criteria }: ApplicationCoverage, key: string): CriterionCoverage {
  const found = criteria.find((one) => one.key === key);
  assert.ok(found, `there is no criterion ${key}`);
  return found;
}

function keysIn({ criteria }: ApplicationCoverage, state: CoverageState): string[] {
  return criteria.filter((one) => one.state === state).map(({ key }) => key);
}

function statesByTitle(parts: CriterionCoverage['parts']): Record<string, CoverageState> {
  return Object.fromEntries(parts.map(({ title, state }) => [title, state]));
}

/** The cells that somebody fills, each with the criteria that fill it. */
function filledCells({ matrix }: ApplicationCoverage): Record<string, string[]> {
  const filled = matrix.filter(({ claims }) => claims.length > 0);
  return Object.fromEntries(
    filled.map(({ attribute, domain, claims }) => [`${attribute} × ${domain}`, claims.map((claim) => claim.criterion)]),
  );
}

/** The core domains with the criteria that serve each. */
function servedBy({ domains }: ApplicationCoverage): Record<string, readonly string[]> {
  return Object.fromEntries(domains.map(({ key, criteria }) => [key, criteria]));
}
