import { strict as assert } from 'node:assert';
import { Previews } from '../../../src/extension/markdown-preview/previews.js';
import type { DocumentPreview } from '../../../src/language/preview/document-preview.js';

const preview = (meaning: string): DocumentPreview => ({ details: [], replacements: [], terms: [{ written: 'L&D', meaning }] });

/** Previews of a server that answers when it is told to. */
function made() {
  const asked: { readonly uri: string; readonly answer: (preview: DocumentPreview | null | undefined) => void }[] = [];
  let shown = 0;
  const ask = (uri: string) => new Promise<DocumentPreview | null | undefined>((answer) => asked.push({ uri, answer }));
  const previews = new Previews(ask, () => {
    shown++;
  });
  const answer = async (index: number, said: DocumentPreview | null | undefined) => {
    asked[index]?.answer(said);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { previews, asked, answer, shown: () => shown };
}

describe('what is known of documents that are previewed', () => {
  it('is asked for once, and shown once it is known', async () => {
    const { previews, asked, answer, shown } = made();
    assert.equal(previews.of('a'), undefined);
    assert.equal(previews.of('a'), undefined);
    assert.equal(asked.length, 1);
    await answer(0, preview('one'));
    assert.deepEqual([previews.of('a'), shown()], [preview('one'), 1]);
    previews.renew();
    await answer(1, preview('one'));
    assert.equal(shown(), 1);
  });

  it('is asked for again where something changes while an answer is on its way', async () => {
    const { previews, asked, answer, shown } = made();
    previews.of('a');
    previews.renew();
    previews.renew();
    await answer(0, preview('before'));
    assert.equal(asked.length, 2);
    await answer(1, preview('after'));
    assert.deepEqual([previews.of('a'), shown()], [preview('after'), 2]);
  });

  it('is asked for once there is a server, of what was shown before that', async () => {
    const { previews, answer, shown } = made();
    previews.of('a');
    await answer(0, undefined);
    assert.equal(shown(), 0);
    previews.renew();
    await answer(1, preview('one'));
    assert.equal(shown(), 1);
  });

  it('is not asked for where a change concerns other documents, nor of documents that nobody looks at any more', async () => {
    const { previews, asked } = made();
    for (let count = 0; count < 30; count++) previews.of(`${count}`);
    const before = asked.length;
    previews.renew((uri) => uri === 'elsewhere');
    assert.equal(asked.length, before);
    for (const [index] of asked.entries()) asked[index]?.answer(null);
    await new Promise((resolve) => setImmediate(resolve));
    previews.renew();
    assert.equal(asked.length, before + 20);
  });
});
