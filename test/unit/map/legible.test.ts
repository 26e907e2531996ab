import { strict as assert } from 'node:assert';
import { contrast } from '../../../src/map/contrast.js';
import { hexOf } from '../../../src/map/hex-colour.js';
import { legible } from '../../../src/map/legible.js';
import { mapStyles } from '../../../src/map/styles.js';
import { DARK, EDITOR_PAIRS, LIGHT, tokensOf } from '../../../src/map/tokens.js';
import { EDITOR_THEMES } from '../../support/editor-themes.js';

/** The tokens of a theme, as the panel's style sheet makes them of the editor's variables. */
function tokensIn(name: string): Record<string, string> {
  const { class: kind = '', variables = {} } = EDITOR_THEMES[name] ?? {};
  const isDark = /(^| )vscode-(dark|high-contrast)( |$)/.test(kind) && !kind.includes('high-contrast-light');
  const rules = mapStyles('editor').split('\n');
  const wanted = rules.filter(
    (rule) =>
      rule.startsWith('body{') ||
      (isDark && rule.startsWith('body.vscode-dark')) ||
      (kind.includes('contrast') && rule.startsWith('body.vscode-high-contrast[')),
  );
  const tokens: Record<string, string> = {};
  for (const [, token = '', value = ''] of wanted.join('').matchAll(/--dm-([\w-]+):([^;]+);/g)) tokens[token] = value;
  const surface = variables['editor-background'] ?? '';
  return Object.fromEntries(
    Object.entries(tokens).map(([token, value]) => {
      const named = [...value.matchAll(/--vscode-([\w-]+)/g)].map(([, variable = '']) => variables[variable]);
      return [token, hexOf(value.startsWith('#') ? value : (named.find((one) => one !== undefined) ?? ''), surface) ?? ''];
    }),
  );
}

describe('the colours of a panel', () => {
  for (const name of Object.keys(EDITOR_THEMES)) {
    it(`can be read in the theme ${name}`, () => {
      const own = tokensIn(name);
      const tokens = { ...own, ...legible(own) };
      for (const [front, back, least] of EDITOR_PAIRS) {
        const [colour = '', on = ''] = [tokens[front], tokens[back]];
        assert.ok(contrast(colour, on) >= least, `${front} ${colour} on ${back} ${on}: ${contrast(colour, on).toFixed(2)}`);
      }
    });
  }

  it('are left as they are where nothing is wrong with them', () => {
    for (const palette of [LIGHT, DARK]) {
      const { focus: _, ...others } = tokensOf(palette);
      assert.deepEqual(legible(others), {});
    }
    assert.deepEqual(Object.keys(legible(tokensIn('high contrast'))), []);
  });

  it('are understood however a theme writes them', () => {
    assert.equal(hexOf('#abc', '#ffffff'), '#aabbcc');
    assert.equal(hexOf(' rgb(1, 2, 3) ', '#ffffff'), '#010203');
    assert.equal(hexOf('rgba(255, 255, 255, 0.5)', '#000000'), '#808080');
    assert.equal(hexOf('#00000080', '#ffffff'), '#7f7f7f');
    assert.equal(hexOf('rgb(0 0 0 / 50%)', '#ffffff'), '#808080');
    assert.equal(hexOf('', '#ffffff'), undefined);
    assert.equal(hexOf('currentcolor', '#ffffff'), undefined);
  });
});
