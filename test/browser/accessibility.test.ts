import { accessibilityProblems } from '../support/accessibility.js';
import { onEach } from './support/in-parallel.js';
import { assertNone } from './support/none.js';
import { guidanceSite } from './support/site.js';

const LOOKS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'light', forcedColors: 'active' },
} as const;

describe('every page, by axe’s default rules', function () {
  this.timeout(600_000);

  for (const [look, media] of Object.entries(LOOKS)) {
    for (const width of [1280, 320]) {
      it(`has no violation in ${look} at ${width} px`, async () => {
        const site = await guidanceSite();
        const options = { ...media, viewport: { width, height: 900 }, reducedMotion: 'reduce' } as const;
        const found = await onEach(site.pages, options, async (page, path) => {
          await page.goto(site.served(path));
          return accessibilityProblems(page);
        });
        assertNone(found, 'violations');
      });
    }
  }
});
