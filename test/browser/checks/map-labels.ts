import type { Page } from 'playwright-core';

/** The map that is shown: of its drawings for several widths, the styles leave one. */
export const SHOWN_MAP = 'svg[role="group"]:visible';

/** A character, or a name's line of them, as it is drawn: by the edges of its box in the window. */
interface Letter {
  readonly text: string;
  readonly label: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What a map's letters were measured to be. */
export interface MeasuredMap {
  readonly labels: readonly string[];
  /** The height of the smallest letters, in CSS pixels. */
  readonly smallest: number;
  readonly problems: readonly string[];
}

/**
 * Measures the names on the map letter by letter, since a name on an arc has a box that is nearly all empty.
 * Its problems are names that touch each other or reach outside the drawing, and links that are too small to hit.
 */
export async function measureMap(page: Page): Promise<MeasuredMap> {
  await page.evaluate(() => document.fonts.ready);
  const map = page.locator(SHOWN_MAP).first();
  const { letters, labels, frame, sizes } = await map.evaluate((svg) => {
    const texts = [...svg.querySelectorAll('text')].filter((text) => text.checkVisibility({ visibilityProperty: true }));
    return {
      labels: texts.map((text) => (text.textContent ?? '').trim()),
      letters: texts.flatMap((text, label) => lettersOf(text, label)),
      frame: edges(svg.getBoundingClientRect()),
      sizes: [...svg.querySelectorAll('a')].map((link) => {
        const { width, height } = link.getBoundingClientRect();
        return { name: link.getAttribute('aria-label') ?? '', width, height };
      }),
    };

    function lettersOf(text: SVGTextElement, label: number): Letter[] {
      const matrix = text.getScreenCTM();
      if (!matrix) return [];
      const content = text.textContent ?? '';
      return Array.from({ length: text.getNumberOfChars() }, (_unused, at): Letter => {
        const { x, y, width, height } = text.getExtentOfChar(at);
        const corners = [
          [x, y],
          [x + width, y],
          [x, y + height],
          [x + width, y + height],
        ].map(([left, top]) => new DOMPoint(left, top).matrixTransform(matrix));
        const [across, down] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)];
        return {
          text: content[at] ?? '',
          label,
          left: Math.min(...across),
          right: Math.max(...across),
          top: Math.min(...down),
          bottom: Math.max(...down),
        };
      }).filter((letter) => letter.text.trim() !== '');
    }
    function edges({ left, right, top, bottom }: DOMRect) {
      return { left, right, top, bottom };
    }
  });
  const drawn = letters.map(inked);
  const problems = [
    ...touching(drawn, labels),
    ...outside(drawn, frame, labels),
    ...sizes
      .filter(({ width, height }) => width < LEAST_TARGET || height < LEAST_TARGET)
      .map(({ name, width, height }) => `the link “${name}” is ${width.toFixed(1)} × ${height.toFixed(1)} px`),
  ];
  return { labels, smallest: Math.min(...letters.map(({ top, bottom }) => bottom - top)), problems };
}

/** WCAG 2.2, 2.5.8: the least width and height of something to be hit. */
const LEAST_TARGET = 24;

/** A letter's box has room above and below for accents and tails; its ink, as a rule, is inside this part of it. */
const INK = 0.2;

function inked(letter: Letter): Letter {
  const spare = (letter.bottom - letter.top) * INK;
  return { ...letter, top: letter.top + spare, bottom: letter.bottom - spare };
}

function touching(letters: readonly Letter[], labels: readonly string[]): string[] {
  const found = new Set<string>();
  for (const [index, a] of letters.entries()) {
    for (const b of letters.slice(index + 1)) {
      const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      if (a.label !== b.label && !apart) found.add(`“${labels[a.label]}” touches “${labels[b.label]}”`);
    }
  }
  return [...found];
}

function outside(letters: readonly Letter[], frame: Omit<Letter, 'text' | 'label'>, labels: readonly string[]): string[] {
  const out = letters.filter(
    ({ left, right, top, bottom }) =>
      left < frame.left - 0.5 || right > frame.right + 0.5 || top < frame.top - 0.5 || bottom > frame.bottom + 0.5,
  );
  return [...new Set(out.map(({ label }) => `“${labels[label]}” reaches outside the drawing`))];
}
