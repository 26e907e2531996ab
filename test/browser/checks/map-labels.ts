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

/** What a map's names were measured to be. */
export interface MeasuredMap {
  readonly labels: readonly string[];
  readonly problems: readonly string[];
}

/**
 * Measures the names on the map letter by letter, since a name on an arc has a box that is nearly all empty.
 * Its problems are names that touch each other, reach outside the drawing or are set too small, and links that are too small to hit.
 */
export async function measureMap(page: Page): Promise<MeasuredMap> {
  await page.evaluate(() => document.fonts.ready);
  const map = page.locator(SHOWN_MAP).first();
  const { letters, labels, frame, links, sizes } = await map.evaluate((svg) => {
    const texts = [...svg.querySelectorAll('text')].filter((text) => text.checkVisibility({ visibilityProperty: true }));
    return {
      labels: texts.map((text) => (text.textContent ?? '').trim()),
      letters: texts.flatMap((text, label) => lettersOf(text, label)),
      frame: edges(svg.getBoundingClientRect()),
      sizes: texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * scaleOf(text.getScreenCTM())),
      links: [...svg.querySelectorAll('a')].map((link) => {
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
    function scaleOf(matrix: DOMMatrix | null): number {
      return matrix ? Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c)) : 0;
    }
    function edges({ left, right, top, bottom }: DOMRect) {
      return { left, right, top, bottom };
    }
  });
  const drawn = letters.map(inked);
  const problems = [
    ...touching(drawn, labels),
    ...outside(drawn, frame, labels),
    ...labels.flatMap((label, at) => ((sizes[at] ?? 0) < LEAST_SIZE ? [`“${label}” is set in ${sizes[at]?.toFixed(1)} px`] : [])),
    ...links
      .filter(({ width, height }) => width < LEAST_TARGET || height < LEAST_TARGET)
      .map(({ name, width, height }) => `the link “${name}” is ${width.toFixed(1)} × ${height.toFixed(1)} px`),
  ];
  return { labels, problems };
}

/** The smallest type that a reader has to read, in CSS pixels. */
const LEAST_SIZE = 10;

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
