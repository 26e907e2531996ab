import { strict as assert } from 'node:assert';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import destinationMap, { type RemarkOptions } from '../../../src/remark.js';

/** What the plugin says of a text: `line:column rule severity`. */
async function messages(text: string, options?: RemarkOptions): Promise<string[]> {
  const file = await remark()
    .use(remarkFrontmatter)
    .use(remarkGfm)
    .use(destinationMap, ...(options ? [options] : []))
    .process({ path: 'listen.md', value: text });
  return file.messages.map(({ line, column, ruleId, fatal }) => `${line}:${column} ${ruleId} ${fatal}`);
}

const FRONT = '---\ntitle: Listening\ntype: page\nstatus: draft\n---\n\n# Listening\n\n';

describe('the remark plugin', () => {
  it('says nothing about a document that is as it should be', async () => {
    assert.deepEqual(await messages(`${FRONT}Neighbours talk.\n`), []);
  });

  it('reports front matter and text at their places, errors as fatal', async () => {
    const found = await messages(`${FRONT.replace('draft', 'drafft')}[here](other.md)\n`);
    assert.deepEqual(found, ['4:9 field-choice true', '9:2 link-text false']);
  });

  it('takes a byte order mark for no part of the text', async () => {
    assert.deepEqual(await messages(`\uFEFF${FRONT}[here](other.md)\n`), ['9:2 link-text false']);
  });

  it('heeds suppressions', async () => {
    assert.deepEqual(
      await messages(`${FRONT}<!-- destination-map-disable-next-line link-text: the page is called so -->\n[here](other.md)\n`),
      [],
    );
  });

  it('takes severities by rule', async () => {
    assert.deepEqual(await messages(`${FRONT}[here](other.md)\n`, { rules: { 'link-text': { severity: 'off' } } }), []);
  });

  it('refuses a rule that does not exist', async () => {
    await assert.rejects(() => messages(FRONT, { rules: { 'link-txt': {} } }), /There is no rule “link-txt”/);
  });
});
