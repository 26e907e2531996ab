import { equal } from 'node:assert/strict';
import { hasActiveContent } from '../../../../src/platform/node/site/svg-content.js';

const svg = (inside: string, more = '') => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"${more}>${inside}</svg>`;

describe('pictures in SVG', () => {
  it('are taken when they only draw', () => {
    equal(
      hasActiveContent(svg('<title>A circle</title><circle cx="4" cy="4" r="3" fill="#12436d"/><style>circle{stroke:red}</style>')),
      false,
    );
    equal(hasActiveContent(svg('<text>Law &amp; order &lt;1&gt;</text>')), false);
    equal(hasActiveContent(`\u00EF\u00BB\u00BF<?xml version="1.0" encoding="UTF-8"?>\n${svg('')}`), false);
  });

  for (const [what, text] of [
    ['a script', svg('<script>alert(1)</script>')],
    ['a script with a prefix', svg('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>')],
    ['a script with an unusual prefix', svg('<a.é:script xmlns:a.é="http://www.w3.org/2000/svg">alert(1)</a.é:script>')],
    ['a handler', svg('', ' onload="alert(1)"')],
    ['a handler on a line of its own', svg('', '\nonload\n=\n"alert(1)"')],
    ['HTML inside', svg('<foreignObject><iframe/></foreignObject>')],
    ['an address that runs', svg('<a href="javascript:alert(1)"><path/></a>')],
    ['an address spelt by entities', svg('<a href="java&#115;cript:alert(1)"><path/></a>')],
    ['an address spelt by entities of HTML', svg('<a href="javascript&colon;alert(1)"><path/></a>')],
    ['entities of its own', `<!DOCTYPE svg [<!ENTITY a "x">]>${svg('')}`],
    ['an attribute that is set later', svg('<a><set attributeName="href" to="x"/></a>')],
    ['another encoding', `\u00FF\u00FE<\0s\0v\0g\0`],
    ['another encoding without a mark', '<\0s\0v\0g\0'],
    ['an encoding that changes on the way', svg('<scr\u001B(Bipt>alert(1)</scr\u001B(Bipt>')],
    ['packed bytes', '\u001F\u008B\b'],
  ] as const) {
    it(`are left out with ${what}`, () => equal(hasActiveContent(text), true));
  }
});
