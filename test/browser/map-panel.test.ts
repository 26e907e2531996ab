import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { contrast, mix } from '../../src/map/contrast.js';
import { hexOf } from '../../src/map/hex-colour.js';
import type { DestinationMapView, MapCriterion } from '../../src/map/types.js';
import { accessibilityProblems } from '../support/accessibility.js';
import { madeView } from '../support/made-view.js';
import { harbour, twoApplications } from '../support/map-views.js';
import { tabStops, unseenFocus } from './checks/focus.js';
import { overflowOf } from './checks/overflow.js';
import { listenTo } from './checks/page-trouble.js';
import { type MapPanelPage, withMapPanel } from './support/map-panel-page.js';
import { assertNone } from './support/none.js';

const WIDE = { viewport: { width: 1000, height: 900 } };

/** The second application: some of everything, and much that is missing. */
function unfinishedView(): DestinationMapView {
  const [, view] = twoApplications();
  if (!view) throw new Error('There is no second application.');
  return view;
}

function changed(view: DestinationMapView, key: string, change: Partial<MapCriterion>): DestinationMapView {
  return { ...view, criteria: view.criteria.map((one) => (one.key === key ? { ...one, ...change } : one)) };
}

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-criterion') ?? document.activeElement?.textContent?.trim());
const shapes = (page: Page) => page.locator('.pn-map svg a:visible');
const criteria = (page: Page) => page.locator('.pn-map svg a.dm-criterion:visible');
const live = (page: Page) => page.locator('#pn-live');

/** Opens the panel with a view. */
function onView<T>(view: DestinationMapView, work: (panel: MapPanelPage) => Promise<T>, options: object = {}): Promise<T> {
  return withMapPanel({ ...WIDE, ...options }, async (panel) => {
    await panel.show(view);
    return work(panel);
  });
}

/** The texts of criteria that are shown less, each with the contrast that is left of it on what is behind it. */
async function dimmedTexts(page: Page): Promise<{ readonly text: string; readonly least: number }[]> {
  const found = await page.locator('.pn-map svg [data-hidden] text:visible').evaluateAll((texts) =>
    texts.map((text) => {
      const disc = text.closest('a')?.querySelector('.dm-plate, .dm-disc-covered') ?? null;
      const behind = text.matches('.dm-number') ? disc : text.matches('.dm-overdue-text') ? text.previousElementSibling : null;
      const painted = [behind, text].map((element) => {
        let opacity = 1;
        for (let at = element; at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
        return { fill: element ? getComputedStyle(element).fill : 'none', opacity };
      });
      return { text: text.textContent ?? '', painted, surface: getComputedStyle(document.body).backgroundColor };
    }),
  );
  return found.map(({ text, painted, surface }) => {
    const page = hexOf(surface, '#ffffff') ?? '#ffffff';
    const [back, front] = painted.map(({ fill, opacity }) => ({ fill: hexOf(fill, page) ?? page, opacity }));
    if (!back || !front) throw new Error(`Nothing is painted of ${text}.`);
    const on = mix(page, back.fill, back.opacity);
    return { text, least: contrast(mix(on, front.fill, front.opacity), on) };
  });
}

describe('the panel with the map', function () {
  this.timeout(120_000);

  it('is two stops of the Tab key: the centre with the domains, and the ring', async () => {
    const stops = await onView(unfinishedView(), ({ page }) => tabStops(page, '.pn-map'));
    assert.equal(stops.length, 2);
    assert.match(stops[0] ?? '', /centre of/);
    assert.match(stops[1] ?? '', /^'?link "1 /);
  });

  it('goes round the ring with the arrows, to its ends with Home and End, and out with Escape', async () => {
    await onView(unfinishedView(), async ({ page }) => {
      const keys = unfinishedView().criteria.map(({ key }) => key);
      await criteria(page).first().focus();
      const press = async (key: string) => {
        await page.keyboard.press(key);
        return focused(page);
      };
      assert.equal(await press('ArrowRight'), keys[1]);
      assert.equal(await press('ArrowDown'), keys[2]);
      assert.equal(await press('ArrowLeft'), keys[1]);
      assert.equal(await press('Home'), keys[0]);
      assert.equal(await press('ArrowUp'), keys.at(-1));
      assert.equal(await press('ArrowRight'), keys[0]);
      assert.equal(await press('End'), keys.at(-1));
      assert.match((await press('Escape')) ?? '', /learning and development/i);
      assert.match((await press('ArrowRight')) ?? '', /^Publics/);
      assert.equal(await press('Escape'), 'Show what is missing');
    });
  });

  it('comes back with Tab to the shape that had the focus', async () => {
    await onView(unfinishedView(), async (panel) => {
      const { page } = panel;
      await criteria(page).nth(4).focus();
      await panel.drawn();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Shift+Tab');
      assert.equal(await focused(page), unfinishedView().criteria[4]?.key);
    });
  });

  it('keeps focus, scroll and what is open while the map changes', async () => {
    const view = unfinishedView();
    await onView(view, async (panel) => {
      const { page } = panel;
      await page.locator('details[data-part="legend"] > summary').click();
      await criteria(page).nth(2).focus();
      await page.evaluate(() => window.scrollTo(0, 300));
      const node = await criteria(page).nth(2).elementHandle();
      const key = view.criteria[2]?.key ?? '';
      // Serving nothing takes the lines to its domains away, so that the shape has to move.
      for (const change of [
        { state: 'covered', serves: [] },
        { state: 'partial', serves: view.criteria[0]?.serves ?? [] },
      ] as const) {
        await panel.show(changed(view, key, change));
        assert.equal(await focused(page), key);
        assert.equal(await criteria(page).nth(2).getAttribute('data-state'), change.state);
      }
      assert.ok(await node?.evaluate((shape) => shape.isConnected));
      assert.equal(await page.evaluate(() => window.scrollY), 300);
      assert.ok(await page.locator('details[data-part="legend"]').evaluate((part) => (part as HTMLDetailsElement).open));
    });
  });

  it('sets off what the cursor is at, for the eye and for the ear', async () => {
    const view = unfinishedView();
    await onView(view, async (panel) => {
      const { page } = panel;
      await panel.at({ framework: view.framework.key, kind: 'criterion', key: 'feedback-culture' });
      const current = page.locator('.pn-map a[aria-current="location"]:visible');
      assert.equal(await current.getAttribute('data-criterion'), 'feedback-culture');
      assert.equal(await current.locator('.dm-focus').evaluate((ring) => getComputedStyle(ring).visibility), 'visible');
      assert.match(await page.locator('.pn-cursor').innerText(), /Feedback culture/);
      await live(page).filter({ hasText: 'Feedback culture: covered, published' }).waitFor({ state: 'attached' });
      await panel.at({ framework: view.framework.key, kind: 'domain', key: 'publics' });
      assert.match((await page.locator('.pn-map a[aria-current]:visible').textContent()) ?? '', /^Publics/);
      await panel.at({ framework: 'another', kind: 'domain', key: 'publics' });
      assert.equal(await page.locator('[aria-current]').count(), 0);
      await panel.at(undefined);
      assert.equal(await page.locator('.pn-cursor').innerText(), '');
    });
  });

  it('asks the editor to open what is chosen, beside it with Ctrl', async () => {
    await onView(unfinishedView(), async (panel) => {
      const { page } = panel;
      const address = page.url();
      await criteria(page).first().click({ button: 'right' });
      await criteria(page).first().click();
      await page
        .locator('.dm-list a')
        .nth(1)
        .click({ modifiers: ['Control'] });
      await shapes(page).first().focus();
      await page.keyboard.press('Enter');
      const [first, second] = unfinishedView().criteria;
      assert.deepEqual(await panel.said(), [
        { type: 'open', target: { kind: 'criterion', key: first?.key }, aside: false },
        { type: 'open', target: { kind: 'criterion', key: second?.key }, aside: true },
        { type: 'open', target: { kind: 'hub', key: 'destination-map' }, aside: false },
      ]);
      assert.equal(page.url(), address);
    });
  });

  it('shows what is missing, each with a button that says what it begins', async () => {
    const view = changed(unfinishedView(), 'feedback-culture', { state: 'partial', unfilled: ['Scope', 'Why <b>it</b> matters'] });
    await onView(view, async (panel) => {
      const { page } = panel;
      await page.getByRole('button', { name: 'Show what is missing' }).click();
      const missing = view.criteria.filter(({ state }) => state === 'missing' || state === 'planned');
      assert.match(await page.locator('.pn-count').innerText(), new RegExp(`guidance on ${missing.length} criteria and 2 sections`));
      const shownShapes = page.locator('.pn-map svg a.dm-criterion:visible:not([data-hidden])');
      const unfinished = view.criteria.filter(({ state }) => state === 'missing' || state === 'planned' || state === 'partial');
      assert.equal(await shownShapes.count(), unfinished.length);
      const write = page.getByRole('button', { name: /^Write it: Why <b>it<\/b> matters, 12 / });
      // A menu is asked for, or nothing: neither begins to write.
      await write.click({ button: 'right' });
      await write.click({ button: 'middle' });
      await write.click();
      await page.getByRole('button', { name: `Write it: ${missing[0]?.number} ${missing[0]?.shortTitle}` }).click();
      assert.deepEqual(await panel.said(), [
        { type: 'write', criterion: 'feedback-culture', section: 'Why <b>it</b> matters' },
        { type: 'write', criterion: missing[0]?.key, section: undefined },
      ]);
      await page.getByRole('link', { name: 'Go to the list' }).click();
      assert.equal(await focused(page), 'Still to be written');
      await page.getByRole('button', { name: 'Show what is missing' }).click();
      await page.locator('#pn-missing').waitFor({ state: 'detached' });
    });
  });

  it('says so where nothing is missing', async () => {
    await onView(madeView(['A', 'B'], ['One', 'Two']), async ({ page }) => {
      await page.getByRole('button', { name: 'Show what is missing' }).click();
      assert.match(await page.locator('.pn-count').innerText(), /Nothing is left/);
    });
  });

  it('filters map, matrix and list, says how many are left, and keeps that', async () => {
    const kept = await onView(unfinishedView(), async (panel) => {
      const { page } = panel;
      await page.locator('details[data-part="filter"] > summary').click();
      await page.getByLabel('Coverage').selectOption('missing');
      await page.locator('[data-dm-result]', { hasText: /^Showing \d+ of 17 criteria\.$/ }).waitFor();
      const count = unfinishedView().criteria.filter(({ state }) => state === 'missing').length;
      assert.equal(await page.locator('.dm-list > li:visible').count(), count);
      await criteria(page).and(page.locator('[tabindex="0"]')).focus();
      await page.keyboard.press('ArrowRight');
      assert.equal(await page.locator(':focus').getAttribute('data-state'), 'missing');
      return panel.kept();
    });
    await onView(
      unfinishedView(),
      async (panel) => {
        const { page } = panel;
        assert.equal(await page.getByLabel('Coverage').inputValue(), 'missing');
        assert.ok(await page.locator('[data-dm-result]', { hasText: /^Showing/ }).count());
        await page.getByRole('button', { name: 'Show all' }).click();
        await panel.drawn();
        assert.equal(await page.locator('.dm-list > li:visible').count(), 17);
      },
      { kept },
    );
  });

  it('lets another map be chosen', async () => {
    await withMapPanel(WIDE, async (panel) => {
      const [first, second] = twoApplications();
      const maps = [first, second].map((view) => ({ id: `application/${view?.application?.key}`, title: view?.application?.title ?? '' }));
      const roots = [{ uri: 'file:///root', title: 'Root', maps }];
      await panel.tell({ type: 'map', roots, chosen: { root: 'file:///root', map: maps[0]?.id }, view: first ?? null });
      await panel.page.getByLabel('Map of', { exact: true }).selectOption({ label: maps[1]?.title ?? '' });
      assert.deepEqual(await panel.said(), [{ type: 'choose', choice: { root: 'file:///root', map: maps[1]?.id } }]);
    });
  });

  it('says that there is no map where there is none, and where there is no guidance either, how to start some', async () => {
    await withMapPanel(WIDE, async (panel) => {
      const { page } = panel;
      await panel.tell({ type: 'map', roots: [{ uri: 'file:///root', title: 'Root', maps: [] }], chosen: undefined, view: null });
      await page.getByText('There is no map to show yet.').waitFor();
      assert.equal(await page.getByRole('button').count(), 0);
      await panel.tell({ type: 'map', roots: [], chosen: undefined, view: null });
      await page.getByText('There is no guidance in what is open.').waitFor();
      await page.getByRole('button').click();
      assert.deepEqual(await panel.said(), [{ type: 'begin' }]);
    });
  });

  it('draws pictures in pixels', async () => {
    await onView(unfinishedView(), async (panel) => {
      const svg =
        '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20" viewBox="0 0 30 20"><rect width="30" height="20" fill="red"/></svg>';
      await panel.page.evaluate((text) => window.postMessage({ type: 'draw', id: 7, svg: text }), svg);
      await panel.page.waitForFunction(() => (window as unknown as { said: { type: string }[] }).said.some(({ type }) => type === 'drawn'));
      const png = await panel.page.evaluate(() => {
        const drawn = (window as unknown as { said: { type: string; id: number; png: Uint8Array }[] }).said.find(
          ({ type }) => type === 'drawn',
        );
        return { id: drawn?.id, bytes: [...(drawn?.png ?? [])].slice(0, 24) };
      });
      assert.equal(png.id, 7);
      assert.equal(String.fromCharCode(...png.bytes.slice(1, 4)), 'PNG');
      assert.deepEqual([png.bytes[19], png.bytes[23]], [60, 40]);
    });
  });

  it('shows texts as texts, and asks for nothing from elsewhere', async () => {
    const evil = '<img src=x onerror="document.title=1"><script>alert(1)</script>';
    const view = madeView([evil, 'B'], [evil, 'Two'], {
      criterion: { state: 'missing', path: undefined, because: evil, unfilled: [evil] },
    });
    await withMapPanel({ ...WIDE, kept: { missing: true, open: ['words', 'legend', 'filter'] } }, async (panel) => {
      const trouble = listenTo(panel.page, panel.page.url());
      await panel.show({ ...view, framework: { ...view.framework, hub: evil }, application: { key: evil, title: evil, path: 'x' } });
      await panel.at({ framework: 'made', kind: 'criterion', key: 'c0' });
      assert.equal(await panel.page.locator('#pn :is(img, script)').count(), 0);
      assertNone(trouble, 'things that go wrong');
    });
  });

  for (const theme of ['light', 'dark', 'high contrast', 'high contrast light']) {
    for (const width of [320, 1200]) {
      it(`has no barrier that a checker finds in ${theme} at ${width} px`, async () => {
        const kept = { missing: true, open: ['filter', 'matrix', 'legend', 'words'] };
        const options = { viewport: { width, height: 900 }, theme, kept };
        const found = await onView(
          unfinishedView(),
          async (panel) => {
            await panel.at({ framework: 'destination-map', kind: 'criterion', key: 'feedback-culture' });
            return [...(await accessibilityProblems(panel.page)), ...(await overflowOf(panel.page))];
          },
          options,
        );
        assertNone(found, 'barriers');
      });
    }

    it(`keeps the names of what is not asked for legible in ${theme}`, async () => {
      const view = changed(unfinishedView(), 'feedback-culture', { overdue: true });
      const written = await onView(view, (panel) => dimmedTexts(panel.page), { theme, kept: { missing: true } });
      assert.ok(written.some(({ text }) => text.startsWith('!')));
      const faint = written.filter(({ least }) => least < 4.5).map(({ text, least }) => `${text}: ${least.toFixed(2)}`);
      assertNone(faint, 'texts with too little contrast');
    });

    it(`shows what has the focus in ${theme}`, async () => {
      assertNone(await onView(unfinishedView(), ({ page }) => unseenFocus(page, 'body'), { theme }), 'stops without a visible focus');
    });
  }

  it('has no barrier in forced colours, and with a framework of another shape', async () => {
    const found = await onView(harbour(), ({ page }) => accessibilityProblems(page), { forcedColors: 'active', theme: 'dark' });
    assertNone(found, 'barriers');
  });
});
