import { strict as assert } from 'node:assert';
import { actionsAt } from '../../../../src/language/actions/actions.js';
import type { CodeAction } from '../../../../src/language/actions/code-action.js';
import { changed } from '../../../support/change-files.js';
import { type MarkedRoot, markedRoot, openRoot, TODAY } from '../../../support/marked-root.js';
import type { Files } from '../../../support/root-arbitrary.js';

const APPLICATION = `---
title: The street
type: application
status: draft
application: street
---

# The street

## Scope

All of it.
`;

const FILES: Files = {
  'street/index.md': APPLICATION,
  'street/hear.md':
    '---\ntitle: Hearing\ntype: criterion-guidance\nstatus: draft\napplication: street\ncriterion: listening\n---\n\n# Hearing\n',
};

const PAGE = '---\ntitle: A page\ntype: page\nstatus: draft\n---\n\n# A page\n\n';

function at(path: string, marked: string, files: Files = FILES): MarkedRoot {
  return markedRoot(path, marked, files);
}

function actions(root: MarkedRoot): CodeAction[] {
  return actionsAt(root.at, { start: root.offset, end: root.offset }, root.diagnostics, root.sourceFor);
}

function titles(root: MarkedRoot): string[] {
  return actions(root).map(({ title }) => title);
}

/** The files once the action of a title is made. */
function made(root: MarkedRoot, title: string): Files {
  const action = actions(root).find((one) => one.title === title);
  assert.ok(action, `no “${title}” among ${titles(root).join('; ')}`);
  return changed(root.files, action.change);
}

/** How often a rule has something to say about a file. */
function findings(files: Files, path: string, rule: string): number {
  return openRoot(files, {}).diagnostics.filter((one) => one.path === path && one.ruleId === rule).length;
}

describe('code actions', () => {
  describe('on a finding', () => {
    it('are its fix, preferred, and its suggestions', () => {
      const root = at('a.md', `${PAGE}An organizatio|nal change.\n`);
      const [fix] = actions(root);
      assert.equal(fix?.title, 'Write “organisational”');
      assert.equal(fix?.isPreferred, true);
      assert.deepEqual(
        fix?.diagnostics.map(({ ruleId }) => ruleId),
        ['preferred-term'],
      );
      assert.equal(made(root, 'Write “organisational”')['a.md'], `${PAGE}An organisational change.\n`);
      const link = at('a.md', `${PAGE}[Hearing](street/haer|.md)\n`);
      assert.ok(titles(link).includes('Change to “street/hear.md”'));
    });

    it('are none of a finding elsewhere', () => {
      const root = at('a.md', `${PAGE}An organizational change.\n\nOther wor|ds.\n`);
      assert.ok(!titles(root).includes('Write “organisational”'));
    });

    it('move a file with all that refers to it', () => {
      const files = {
        ...FILES,
        'b.md': '# B\n\n[See](street/Heard%20it.md) and [[Heard it]]\n',
      };
      const path = 'street/Heard it.md';
      const text =
        '---\ntitle: Hearing\ntype: criterion-guidance\nstatus: draft\napplication: street\ncriterion: sharing\n---\n\n# Hearing\n';
      const root = at(path, text.replace('sharing', 'shar|ing'), files);
      const move = actions(root).find(({ change }) => change.renames !== undefined);
      const to = move?.change.renames?.[0]?.to ?? '';
      assert.ok(move && to !== '');
      const moved = changed(root.files, move.change);
      assert.equal(moved[path], undefined);
      assert.equal(moved[to], text);
      assert.ok(moved['b.md']?.includes(`[See](${to})`), moved['b.md']);
      assert.equal(findings(moved, 'b.md', 'link-target'), 0);
      assert.equal(findings(moved, 'b.md', 'wiki-link-target'), 0);
    });

    it('fix all that is safe in one', () => {
      const root = at('a.md', `${PAGE}An organizational ch|ange.\n\nAn organizational plan.\n`);
      const all = actions(root).find(({ kind }) => kind === 'source.fixAll');
      assert.equal(all?.diagnostics.length, 2);
      assert.equal(changed(root.files, all.change)['a.md'], `${PAGE}An organisational change.\n\nAn organisational plan.\n`);
    });
  });

  describe('that silence a finding', () => {
    /** The document once a finding at the cursor is silenced for a reason. */
    function silenced(path: string, marked: string, rule: string, files: Files = FILES): string {
      const root = at(path, marked, files);
      const action = actions(root).find(({ title }) => title === `Silence “${rule}” here, with a reason`);
      assert.ok(action?.cursor !== undefined, titles(root).join('; '));
      const text = changed(root.files, action.change)[path] ?? '';
      assert.equal(findings({ ...root.files, [path]: text }, path, 'suppression-reason'), 1);
      const reasoned = `${text.slice(0, action.cursor)}ours${text.slice(action.cursor)}`;
      const before = findings(root.files, path, rule);
      assert.equal(findings({ ...root.files, [path]: reasoned }, path, rule), before - 1);
      assert.equal(findings({ ...root.files, [path]: reasoned }, path, 'suppression-used'), 0);
      return reasoned;
    }

    const COMMENT = '<!-- destination-map-disable-next-line preferred-term: ours -->';

    it('stand on a line of their own before a paragraph, and behind the line before within one', () => {
      assert.equal(silenced('a.md', `${PAGE}An organi|zational plan.\n`, 'preferred-term'), `${PAGE}${COMMENT}\nAn organizational plan.\n`);
      assert.equal(
        silenced('a.md', `${PAGE}There was\nan organi|zational plan.\n`, 'preferred-term'),
        `${PAGE}There was ${COMMENT}\nan organizational plan.\n`,
      );
    });

    it('keep lists and tables together', () => {
      assert.equal(
        silenced('a.md', `${PAGE}- one\n- an organi|zational plan\n`, 'preferred-term'),
        `${PAGE}- one ${COMMENT}\n- an organizational plan\n`,
      );
      const table = (comment: string) => `${PAGE}| A |\n| - |\n| one ${comment}|\n| an organi|zational plan |\n`;
      const root = openRoot({ ...FILES, 'a.md': table('').replace('organi|z', 'organiz') });
      const place = (root.files['a.md'] ?? '').indexOf('organiz');
      const [action] = actionsAt(root.document('a.md'), { start: place, end: place }, root.diagnostics, root.sourceFor).filter(
        ({ title }) => title.startsWith('Silence “preferred-term”'),
      );
      assert.ok(action?.cursor !== undefined);
      const text = changed(root.files, action.change)['a.md'] ?? '';
      const reasoned = `${text.slice(0, action.cursor)}ours${text.slice(action.cursor)}`;
      assert.equal(reasoned, table(`${COMMENT} `).replace('organi|z', 'organiz'));
      assert.equal(findings({ ...root.files, 'a.md': reasoned }, 'a.md', 'preferred-term'), 0);
    });

    it('are comments of YAML in front matter', () => {
      const text = '---\ntitle: A\ntype: page\nstatus: draft\ncol|our: blue\n---\n\n# A\n';
      const root = at('a.md', text);
      const silence = titles(root).find((title) => title.startsWith('Silence')) ?? '';
      const rule = /“(.*)”/.exec(silence)?.[1] ?? '';
      assert.equal(
        silenced('a.md', text, rule),
        `---\ntitle: A\ntype: page\nstatus: draft\n# destination-map-disable-next-line ${rule}: ours\ncolour: blue\n---\n\n# A\n`,
      );
    });
  });

  describe('that add what is missing', () => {
    it('are the sections of the type, in their places, with what belongs in them', () => {
      const root = at('street/index.md', APPLICATION.replace('# The', '# T|he'));
      const one = made(root, 'Add the section “Provenance”, with what belongs in it')['street/index.md'] ?? '';
      assert.match(one, /All of it\.\n\n## Provenance\n\nTo be written: where the content comes from/);
      const all = made(root, 'Add all 2 missing sections, with what belongs in them');
      assert.equal(findings(all, 'street/index.md', 'section-required'), 0);
      assert.equal(findings(all, 'street/index.md', 'section-order'), 0);
      assert.match(all['street/index.md'] ?? '', /\n\n## Standing\n\nTo be written: .*\n$/);
    });

    it('put a section ahead of those that come after it', () => {
      const root = at('street/index.md', APPLICATION.replace('# The', '# T|he').replace('## Scope', '## Standing'));
      const all = made(root, 'Add all 2 missing sections, with what belongs in them');
      assert.deepEqual(
        openRoot(all, {})
          .snapshot.facts('street/index.md')
          ?.headings.map(({ text }) => text),
        ['The street', 'Scope', 'Provenance', 'Standing'],
      );
    });

    it('are required fields, of lists too', () => {
      const root = at('a.md', '---\ntype: page\ntit|le: A\n---\n\n# A\n');
      assert.equal(made(root, 'Add the field “status”')['a.md'], '---\ntype: page\ntitle: A\nstatus: draft\n---\n\n# A\n');
      const nested = at('a.md', PAGE.replace('status: draft', 'status: draft\ngaps:\n  - about: Wor|ds'));
      assert.match(made(nested, 'Add the field “because”')['a.md'] ?? '', /\n {2}- about: Words\n {4}because: To be written\n---\n/);
    });

    it('are documents that a link or wiki link asks for', () => {
      const root = at('street/hear.md', `${FILES['street/hear.md']}\n[Our pl|an](more/our-plan.md)\n`);
      const files = made(root, 'Create “street/more/our-plan.md”');
      assert.match(files['street/more/our-plan.md'] ?? '', /^---\ntitle: Our plan\ntype: page\n[\s\S]*\n# Our plan\n/);
      assert.equal(findings(files, 'street/hear.md', 'link-target'), 0);
      const wiki = made(at('a.md', `${PAGE}[[Our |Plan]]\n`), 'Create “our-plan.md”');
      assert.equal(findings(wiki, 'a.md', 'wiki-link-target'), 0);
      assert.ok(!titles(at('a.md', `${PAGE}[Our pl|an](../../outside.md)\n`)).some((title) => title.startsWith('Create')));
    });

    it('are guidance on criteria that have none', () => {
      const root = at('street/index.md', APPLICATION.replace('application: street', 'application: str|eet'));
      assert.deepEqual(
        titles(root).filter((title) => title.startsWith('Write guidance')),
        ['Write guidance on “Planning together”', 'Write guidance on “Sharing what was learnt”'],
      );
      const files = made(root, 'Write guidance on “Planning together”');
      assert.match(files['street/planning.md'] ?? '', /\ncriterion: planning\n/);
      assert.match(files['street/planning.md'] ?? '', /\n### Agreeing\n/);
      const related = at('street/hear.md', (FILES['street/hear.md'] ?? '').replace('listening\n', 'listening\nrelated: [shar|ing]\n'));
      assert.ok(titles(related).includes('Write guidance on “Sharing what was learnt”'));
    });
  });

  it('turn a mention or a wiki link into a link, once', () => {
    const mention = at('a.md', `${PAGE}As criter|ion 1 says.\n`);
    const links = titles(mention).filter((title) => title.includes('street/hear.md'));
    assert.equal(links.length, 1);
    assert.match(made(mention, links[0] ?? '')['a.md'] ?? '', /As \[criterion 1\]\(street\/hear\.md\) says/);
    const wiki = at('a.md', `${PAGE}See [[he|ar]].\n`);
    const found = actions(wiki).filter(
      ({ change }) => changed(wiki.files, change)['a.md']?.includes('[Hearing](street/hear.md)') && change.creates === undefined,
    );
    assert.deepEqual(found.filter(({ kind }) => kind !== 'source.fixAll').length, 1);
  });

  it('mark a document as reviewed today, in its front matter', () => {
    const root = at('a.md', PAGE.replace('status', 'stat|us'));
    assert.match(made(root, 'Mark as reviewed today')['a.md'] ?? '', new RegExp(`\\nlast_reviewed_on: ${TODAY}\\n---`));
    const again = at('a.md', PAGE.replace('status: draft', `status: draft\nlast_rev|iewed_on: 2020-01-01 # then`));
    assert.match(made(again, 'Mark as reviewed today')['a.md'] ?? '', new RegExp(`\\nlast_reviewed_on: ${TODAY} # then\\n---`));
    const done = at('a.md', PAGE.replace('status: draft', `status: draft\nlast_rev|iewed_on: ${TODAY}`));
    assert.ok(!titles(done).includes('Mark as reviewed today'));
    assert.ok(!titles(at('a.md', `${PAGE}Wor|ds.\n`)).includes('Mark as reviewed today'));
  });
});
