import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Control, Field } from '../../src/language/details/panel/form.js';
import type { FromDetailsPage, ShownDetails, ToDetailsPage } from '../../src/language/details/panel/messages.js';
import { inContext } from '../support/browser.js';
import { buildOnce, PROJECT } from '../support/cli.js';
import { XSS_PAYLOADS } from '../support/xss-payloads.js';

const URI = 'file:///guidance/a.md';

function field(name: string, control: Control, more: Partial<Field> = {}): Field {
  return { path: [name], label: name, required: true, present: true, problems: [], control, ...more };
}

const text = (value: string): Control => ({ kind: 'text', value, long: false, suggestions: [] });

function shown(version: number, fields: readonly Field[]): ShownDetails {
  const lists = {
    choice: [
      { value: 'draft', label: 'Draft' },
      { value: 'done', label: 'Done' },
    ],
  };
  return {
    kind: 'details',
    uri: URI,
    version,
    name: 'a.md',
    readOnly: false,
    details: { state: 'form', title: 'Page', fields, lists, problems: [] },
  };
}

/** A page with the form, what is told to it, and what it has told. */
interface Form {
  readonly page: Page;
  tell(message: ToDetailsPage): Promise<void>;
  show(version: number, ...fields: readonly Field[]): Promise<void>;
  told<Type extends FromDetailsPage['type']>(type: Type): Promise<Extract<FromDetailsPage, { type: Type }>[]>;
}

async function withForm(work: (form: Form) => Promise<void>): Promise<void> {
  buildOnce();
  await inContext({}, async (context) => {
    const page = await context.newPage();
    await page.setContent(
      '<!doctype html><html lang="en"><body><main id="details"></main><p id="said" class="said" role="status"></p></body></html>',
    );
    await page.evaluate(() => {
      const told: unknown[] = [];
      const editor = { postMessage: (message: unknown) => void told.push(message), getState: () => undefined, setState: () => undefined };
      Object.assign(window, { told, acquireVsCodeApi: () => editor });
    });
    await page.addStyleTag({ content: readFileSync(join(PROJECT, 'dist/webview/details.css'), 'utf8') });
    await page.addScriptTag({ content: readFileSync(join(PROJECT, 'dist/webview/details.js'), 'utf8') });
    const tell = (message: ToDetailsPage) =>
      page.evaluate((data) => void window.dispatchEvent(new MessageEvent('message', { data })), message as never);
    // Every word is its own name here.
    await page.evaluate(() => {
      const words = new Proxy({}, { get: (_, name) => String(name) });
      window.dispatchEvent(new MessageEvent('message', { data: { type: 'words', words } }));
    });
    await work({
      page,
      tell,
      show: (version, ...fields) => tell({ type: 'show', shown: shown(version, fields) }),
      told: async (type) => {
        const all = await page.evaluate(() => (window as unknown as { told: FromDetailsPage[] }).told);
        return all.filter((message): message is never => message.type === type);
      },
    });
  });
}

describe('the page of the details form', function () {
  this.timeout(60_000);

  it('never replaces what is being written', () =>
    withForm(async ({ page, show, told }) => {
      await show(1, field('title', text('One')), field('owner', text('Lead')));
      const title = page.locator('[id="f/title"]');
      await title.fill('Mine');
      await show(2, field('title', text('Theirs')), field('owner', text('Another')));
      assert.equal(await title.inputValue(), 'Mine');
      assert.equal(await page.locator('[id="f/owner"]').inputValue(), 'Another');
      await title.press('Enter');
      assert.deepEqual(
        (await told('edit')).map(({ version, change }) => ({ version, change })),
        [{ version: 2, change: { path: ['title'], value: 'Mine' } }],
      );
    }));

  it('shows what is another now in a control that has the focus and holds nothing new', () =>
    withForm(async ({ page, show }) => {
      await show(1, field('title', text('One')));
      await page.locator('[id="f/title"]').focus();
      await show(2, field('title', text('Two')));
      assert.equal(await page.locator('[id="f/title"]').inputValue(), 'Two');
      assert.ok(await page.locator('[id="f/title"]').evaluate((input) => input === document.activeElement));
    }));

  it('keeps what was written until it is answered, and takes the answer', () =>
    withForm(async ({ page, show, told, tell }) => {
      await show(1, field('title', text('One')), field('owner', text('Lead')));
      await page.locator('[id="f/title"]').fill('Mine');
      await page.locator('[id="f/owner"]').focus();
      await show(1, field('title', text('One')), field('owner', text('Lead')));
      assert.equal(await page.locator('[id="f/title"]').inputValue(), 'Mine');
      const [edit] = await told('edit');
      await tell({ type: 'done', id: edit?.id ?? 0, outcome: 'refused', text: 'Not now.' });
      await show(1, field('title', text('One')), field('owner', text('Lead')));
      assert.equal(await page.locator('[id="f/title"]').inputValue(), 'One');
      assert.equal(await page.locator('.said.refused').innerText(), 'Not now.');
    }));

  it('moves nothing under a pointer that is held down, so that every click arrives', () =>
    withForm(async ({ page, show, told }) => {
      const problems = ['One.', 'Two.', 'Three.'].map((message) => ({ severity: 'warning' as const, message }));
      const ready = field('ready', { kind: 'checkbox', value: false });
      await show(1, field('title', text('One'), { problems }), ready);
      const { x, y, width, height } = (await page.locator('[id="f/ready"]').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.down();
      await show(2, field('title', text('Two')), ready);
      await page.mouse.up();
      assert.deepEqual(
        (await told('edit')).map(({ change }) => change),
        [{ path: ['ready'], value: true }],
      );
      await page.locator('.problems').waitFor({ state: 'detached' });
      assert.equal(await page.locator('[id="f/title"]').inputValue(), 'Two');
      assert.ok(await page.locator('[id="f/ready"]').isChecked());
    }));

  it('empties a text only once it is left', () =>
    withForm(async ({ page, show, told }) => {
      await show(1, field('title', text('One')), field('status', { kind: 'choice', list: 'choice', value: 'draft' }));
      await page.locator('[id="f/title"]').fill('');
      assert.deepEqual(await told('edit'), []);
      await page.locator('[id="f/status"]').focus();
      await page.locator('[id="f/status"]').selectOption('1');
      assert.deepEqual(
        (await told('edit')).map(({ change }) => change),
        [
          { path: ['title'], remove: true },
          { path: ['status'], value: 'done' },
        ],
      );
    }));

  it('takes back what is being written, and asks for the last change of the document where nothing is', () =>
    withForm(async ({ page, show, told }) => {
      await show(1, field('title', text('One')), field('owner', text('Lead')));
      const title = page.locator('[id="f/title"]');
      await title.fill('Mine');
      await title.press('Control+z');
      assert.equal(await title.inputValue(), 'One');
      assert.deepEqual([await told('undo'), await told('edit')], [[], []]);
      for (const key of ['Control+z', 'Control+Shift+z', 'Control+y']) await title.press(key);
      assert.deepEqual(await told('undo'), [{ type: 'undo', uri: URI }]);
      assert.equal((await told('redo')).length, 2);
      assert.equal(await title.inputValue(), 'One');
    }));

  it('follows the document back, though what was told is still in the control that has the focus', () =>
    withForm(async ({ page, show, told, tell }) => {
      await show(1, field('title', text('One')), field('owner', text('Lead')));
      const title = page.locator('[id="f/title"]');
      await title.pressSequentially(' more');
      await title.press('Enter');
      await title.press('Control+z');
      assert.equal((await told('undo')).length, 1);
      const [edit] = await told('edit');
      await tell({ type: 'done', id: edit?.id ?? 0, outcome: 'saved', text: '' });
      await show(3, field('title', text('One')), field('owner', text('Lead')));
      assert.equal(await title.inputValue(), 'One');
      await page.locator('[id="f/owner"]').focus();
      assert.equal((await told('edit')).length, 1);
    }));

  it('lets the browser and the menu of the editor fill in nothing old', () =>
    withForm(async ({ page, show, told }) => {
      await show(1, field('title', text('One')));
      const title = page.locator('[id="f/title"]');
      await title.press('End');
      await title.pressSequentially(' more');
      await title.press('Enter');
      await show(2, field('title', text('One more')));
      await page.evaluate(() => document.execCommand('undo'));
      assert.equal(await title.inputValue(), 'One more');
      assert.equal((await told('undo')).length, 1);
      const isLet = await title.evaluate((box) =>
        box.dispatchEvent(new InputEvent('beforeinput', { inputType: 'historyUndo', bubbles: true, cancelable: true })),
      );
      assert.ok(!isLet);
    }));

  it('shows all there is where nothing matches, and Escape puts the choice back', () =>
    withForm(async ({ page, told, tell }) => {
      const options = Array.from({ length: 9 }, (_, index) => ({ value: index, label: `Choice ${index}` }));
      const list = shown(1, [field('criterion', { kind: 'choice', list: 'long', value: 3 })]);
      if (list.kind !== 'details' || list.details.state !== 'form') throw new Error('No form.');
      await tell({ type: 'show', shown: { ...list, details: { ...list.details, lists: { long: options } } } });
      const box = page.locator('[id="f/criterion"]');
      await box.fill('unheard of');
      assert.equal(await page.locator('#choices .none').innerText(), 'noMatch');
      assert.equal(await page.locator('#choices [role="option"]:not(.none)').count(), 9);
      await box.press('Escape');
      assert.equal(await box.inputValue(), 'Choice 3');
      await box.fill('unheard of');
      await box.press('Control+z');
      assert.equal(await box.inputValue(), 'Choice 3');
      assert.ok(await page.locator('#choices').isHidden());
      await box.click();
      await page.locator('#choices [role="option"]', { hasText: 'Choice 5' }).click();
      assert.deepEqual(
        (await told('edit')).map(({ change }) => change),
        [{ path: ['criterion'], value: 5 }],
      );
    }));

  it('shows a field that a problem elsewhere speaks of', () =>
    withForm(async ({ page, show }) => {
      const owner = field('owner', text(''), { required: false, present: false });
      const links = field('links', text(''), { required: false, present: false });
      const title = (...names: string[]) =>
        field('title', text('One'), {
          problems: names.map((name) => ({ severity: 'warning', message: 'Look.', about: [[name]] })),
        });
      await show(1, title('owner'), owner, links);
      assert.ok(await page.locator('[id="f/owner"]').isVisible());
      assert.ok(await page.locator('[id="f/links"]').isHidden());
      await show(2, title('owner', 'links'), owner, links);
      assert.ok(await page.locator('[id="f/links"]').isVisible());
    }));

  it('breaks a long line instead of cutting it off, and takes it as one line', () =>
    withForm(async ({ page, show, told }) => {
      await page.setViewportSize({ width: 320, height: 600 });
      const long = 'Every word of a title that is rather long';
      await show(1, field('title', text(long)));
      const title = page.locator('[id="f/title"]');
      assert.ok(await title.evaluate((box) => box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight));
      await title.fill('Two\nlines');
      await title.press('Enter');
      assert.deepEqual(
        (await told('edit')).map(({ change }) => change),
        [{ path: ['title'], value: 'Two lines' }],
      );
    }));

  it('leaves a field where it stands when it is filled', () =>
    withForm(async ({ page, show }) => {
      const owner = (value: string) => field('owner', text(value), { required: false, present: value !== '' });
      await show(1, field('title', text('One')), owner(''));
      assert.equal(await page.locator('#more [id="f/owner"]').count(), 1);
      await show(2, field('title', text('One')), owner('Lead'));
      assert.equal(await page.locator('#more [id="f/owner"]').count(), 1);
    }));

  it('shows texts of documents as texts', () =>
    withForm(async ({ page, show }) => {
      await show(
        1,
        ...XSS_PAYLOADS.flatMap((payload, index) => [
          field(`a${index}`, text(payload), { label: payload, help: payload, problems: [{ severity: 'error', message: payload }] }),
          field(`b${index}`, { kind: 'text-only', text: payload, removable: true }),
          field(`c${index}`, { kind: 'choices', list: 'none', values: [payload] }),
        ]),
      );
      assert.equal(await page.locator('main :is(script, img, svg, iframe, object, a, style)').count(), 0);
      assert.equal(await page.locator('pre').first().innerText(), XSS_PAYLOADS[0]);
    }));
});
