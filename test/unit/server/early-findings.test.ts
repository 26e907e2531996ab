import { strict as assert } from 'node:assert';
import type { LocatedDiagnostic } from '../../../src/core/lint/finding.js';
import { SourceText } from '../../../src/core/text/source-text.js';
import { EarlyFindings } from '../../../src/server/early-findings.js';
import type { OpenDocument } from '../../../src/server/open-documents.js';

const open = (path: string, text: string, version = 1): OpenDocument => ({
  uri: `file:///${path}`,
  languageId: 'markdown',
  version,
  source: new SourceText(path, text),
});

/** Finds every word in capitals. */
const look = (path: string, { text }: SourceText) =>
  [...text.matchAll(/\b[A-Z]{2,}\b/g)].map(([message]) => ({ path, message }) as LocatedDiagnostic);

describe('what is said of open documents while their root is read', () => {
  let said: string[] = [];
  let failures: unknown[] = [];
  let early: EarlyFindings;

  beforeEach(() => {
    said = [];
    failures = [];
    early = new EarlyFindings(
      ({ uri, version }, found) => said.push(`${uri} ${version}: ${found.map(({ message }) => message).join()}`),
      (error) => failures.push(error),
    );
  });

  afterEach(() => assert.deepEqual(failures, []));

  it('is said of what was open before, and of what is opened and typed from then on', async () => {
    early.textChanged('a.md', open('a.md', 'TODO'));
    assert.deepEqual(said, []);
    await early.begin(look);
    early.textChanged('b.md', open('b.md', 'XX'));
    early.textChanged('a.md', open('a.md', 'done', 2));
    assert.deepEqual(said, ['file:///a.md 1: TODO', 'file:///b.md 1: XX', 'file:///a.md 2: ']);
  });

  it('is taken back of a document that is closed', async () => {
    early.textChanged('a.md', open('a.md', 'TODO'));
    await early.begin(look);
    early.closed('a.md');
    early.closed('never-open.md');
    assert.deepEqual(said, ['file:///a.md 1: TODO', 'file:///a.md 1: ']);
    assert.deepEqual([...early.end()], []);
  });

  it('ends when the root is known, which is told of what', async () => {
    early.textChanged('a.md', open('a.md', 'TODO'));
    await early.begin(look);
    assert.deepEqual([...early.end()], ['a.md']);
    early.textChanged('a.md', open('a.md', 'XX', 2));
    assert.deepEqual(said, ['file:///a.md 1: TODO']);
  });

  it('is not begun once it is over', async () => {
    early.textChanged('a.md', open('a.md', 'TODO'));
    early.takeBack();
    await early.begin(look);
    early.textChanged('a.md', open('a.md', 'TODO', 2));
    assert.deepEqual(said, []);
  });

  it('is about the text without its byte order mark, as everything else is', async () => {
    const texts: string[] = [];
    await early.begin((_path, { text }) => {
      texts.push(text);
      return [];
    });
    early.textChanged('a.md', open('a.md', '\uFEFF---\n'));
    assert.deepEqual(texts, ['---\n']);
  });

  it('is left out where the look fails, which is told', async () => {
    const trouble = new Error('It cannot look.');
    early.textChanged('a.md', open('a.md', 'TODO'));
    await early.begin(() => {
      throw trouble;
    });
    assert.deepEqual(failures.splice(0), [trouble]);
    assert.deepEqual([...early.end()], []);
  });

  it('is taken back where the root cannot be read', async () => {
    early.textChanged('a.md', open('a.md', 'TODO'));
    early.textChanged('b.md', open('b.md', 'XX'));
    await early.begin(look);
    early.takeBack();
    early.textChanged('b.md', open('b.md', 'YY', 2));
    assert.deepEqual(said.slice(2), ['file:///a.md 1: ', 'file:///b.md 1: ']);
  });
});
