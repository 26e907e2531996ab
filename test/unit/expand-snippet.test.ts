// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the bodies of snippets are written so.
import { strict as assert } from 'node:assert';
import { expandSnippet, tabStopsOf } from '../support/expand-snippet.js';

// The tests of the snippets rest on this, so it is held against what VS Code's documentation says of its syntax.
describe('snippets, expanded as VS Code does', () => {
  const accepts = (what: string, body: string, expected: string) =>
    it(what, () =>
      assert.equal(expandSnippet(body, { NAME: 'feedback-culture', FOLDER: 'C:\\work\\field', UNIX: '/home/field' }), expected),
    );

  accepts('leaves tab stops without a default empty', 'a$1b${2}c$0', 'abc');
  accepts('keeps the text of placeholders', 'a ${1:word} here', 'a word here');
  accepts('keeps placeholders inside placeholders', '${1:one ${2:two ${3:three}}}', 'one two three');
  accepts('takes the first of a choice', '${1|draft,in-review|}', 'draft');
  accepts('reads escaped commas and bars in a choice', '${1|a\\, b\\|c,d|}', 'a, b|c');
  accepts('gives stops of one number one text, whichever comes first', '# $1: ${1:Title} $1', '# Title: Title Title');
  accepts('puts in variables', '$NAME and ${NAME}', 'feedback-culture and feedback-culture');
  accepts('puts in the default of a variable that is not known', '${NOBODY:default}', 'default');
  accepts('takes variables as defaults', '${1:$NAME} $1', 'feedback-culture feedback-culture');
  accepts('applies a transform to a path of Windows', '${FOLDER/^.*[\\/\\\\]//}', 'field');
  accepts('applies a transform to a path with slashes', '${1:${UNIX/^.*[\\/\\\\]//}}', 'field');
  accepts('changes the case of groups', '${NAME/^(.)(.*)-.*$/${1:/upcase}$2/}', 'Feedback');
  accepts('asks whether a group is there', '${NAME/(feedback)?(none)?.*/${1:+yes}${2:-no}${1:?a:b}/}', 'yesnoa');
  accepts('takes the backslash off what it escapes, and leaves others', '\\$1 ${1:a\\}b} \\\\ \\n', '$1 a}b \\ \\n');
  accepts('ends a stop that holds itself', '${1:a $1}', 'a ');

  it('joins the lines of a body', () => assert.equal(expandSnippet(['a', '${1:b}']), 'a\nb'));
  it('lists the tab stops', () => assert.deepEqual(tabStopsOf('$2 ${1:${3:x}} $1 $0'), [2, 1, 3, 0]));

  for (const wrong of ['a ${1:open', 'costs 5 $', '${1|a,b}', '${1?}', '$NOBODY', '${NAME/open}']) {
    it(`reports the mistake in ${wrong}`, () => assert.throws(() => expandSnippet(wrong, { NAME: 'x' })));
  }
});
