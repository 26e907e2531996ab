/** GFM as people write it, by what each is about: there is no package with the examples of the GFM specification. */
export const GFM_CASES: Readonly<Record<string, string>> = {
  'a table': '| foo | bar |\n| --- | --- |\n| baz | bim |\n',
  'a table with alignments': '| abc | defghi |\n:-: | -----------:\nbar | baz\n',
  'a table with an escaped bar': '| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n',
  'a table that a quotation ends': '| abc | def |\n| --- | --- |\n| bar | baz |\n> bar\n',
  'a table that a blank line ends': '| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar\n',
  'a head and a rule of different lengths': '| abc | def |\n| --- |\n| bar |\n',
  'rows with too few and too many cells': '| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n',
  'a table without rows': '| abc | def |\n| --- | --- |\n',
  'a table in a list': '- Look:\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n- Next\n',
  'a table in a quotation': '> | a | b |\n> |---|---|\n> | 1 | 2 |\n',
  'a compact table with addresses': '|https://a.example/x|b|\n|-|-|\n|www.c.example|[[wiki]]|\n|see (https://d.example)|x|\n',
  'a table with links and code': '| a | b |\n|---|---|\n| [x](y.md) | `a|b` |\n| ![p](q.png "t") | **s** |\n',
  'a wiki link with a label in a table': '| a |\n|---|\n| [[target\\|label]] |\n',
  'strikethrough with two tildes and one': '~~Hi~~ Hello, ~there~ world!\n',
  'strikethrough that a paragraph ends': 'This ~~has a\n\nnew paragraph~~.\n',
  'three tildes': 'This will ~~~not~~~ strike.\n',
  tasks: '- [ ] foo\n- [x] bar\n- [X] baz\n',
  'tasks in tasks': '- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim\n',
  'tasks that begin with markup': '- [ ] **bold** first\n- [x] [a link](x.md)\n- [ ] `code`\n1. [ ] _numbered_\n',
  'boxes that are no tasks': '- [ ]\n- [x]y\n- a [ ] b\n[ ] c\n',
  'addresses with and without a scheme':
    'www.commonmark.org\n\nVisit www.commonmark.org/help for more.\n\nhttp://commonmark.org and https://encrypted.google.com/search?q=Markup+(business)\n',
  'addresses before punctuation':
    'Visit www.commonmark.org.\n\nVisit www.commonmark.org/a.b.\n\n(www.google.com/search?q=(a)) and **www.example.org**!\n',
  'addresses in quotation marks': 'See "www.example.org" [@smith-2020] and [[wiki]], \'https://example.org\', “www.example.org”.\n',
  'addresses before an entity and a tag':
    'www.google.com/search?q=commonmark&hl=en\n\nwww.google.com/search?q=commonmark&hl;\n\nwww.commonmark.org/he<lp\n',
  'e-mail addresses':
    'foo@bar.baz\n\nhello@mail+xyz.example is not valid, but hello+xyz@mail.example is.\n\na.b-c_d@a.b a.b-c_d@a.b. a.b-c_d@a.b- "a@b.cd"\n',
  'addresses after an escape and a reference': '\\"www.example.org\\" [@smith], R&amp;D "www.example.org" [[x]]\n',
  'addresses over lines of a quotation': '> one\n> "www.example.org" [[x]]\n> two "www.example.org"\n',
  'angle brackets': '<https://example.org/a|b> <someone@example.org> <foo\\+@bar.example.com>\n',
  footnotes: 'A note[^1] and another[^named].\n\n[^1]: The first.\n\n[^named]: The second,\n    in two lines.\n\n    And two paragraphs.\n',
  'a footnote without a definition': 'A note[^none].\n',
  'a footnote in a list and a table': '- a[^1]\n\n| b[^1] |\n|---|\n| c |\n\n[^1]: d\n',
  'HTML that GFM filters': '<strong> <title> <style> <em>\n\n<blockquote>\n  <xmp> is disallowed.\n</blockquote>\n',
  'a comment before the next item of a list':
    '- one\n  <!-- destination-map-disable-next-line link-target: later -->\n- [two](two.md)\n  - three\n\n    <!-- x -->\n- four\n',
  'front matter and a rule': '---\ntitle: x\n---\n\n# A\n\n---\n\nb\n',
  'a rule at the start': '---\n\n# A\n\ntext\n',
  'a TOML block, which is not front matter here': '+++\ntitle = 1\n+++\n\n# A [[x]]\n',
  'line ends of Windows':
    '# A\r\n\r\n- [x] **b**\r\n- c\r\n\r\n| a | b |\r\n|---|---|\r\n| "www.a.org" | d |\r\n\r\n```\r\ncode\r\n```\r\n',
};
