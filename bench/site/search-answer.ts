import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { closeBrowser, inContext } from '../../test/support/browser.js';

/** What a reader waits for, and what is loaded meanwhile, until the search page shows its first answer. */
export interface SearchAnswer {
  readonly milliseconds: number;
  /** Of the index's files, compressed. */
  readonly bytes: number;
  readonly files: number;
}

/** Opens the search page of a site as a file, with a question, several times; the median. */
export async function searchAnswer(site: string, question: string, rounds: number): Promise<SearchAnswer> {
  const answers: SearchAnswer[] = [];
  for (let round = 0; round < rounds; round++)
    answers.push(
      await inContext({}, async (context) => {
        const page = await context.newPage();
        const loaded = new Set<string>();
        page.on('requestfinished', (request) => {
          if (request.url().includes('/search/')) loaded.add(request.url());
        });
        const start = performance.now();
        await page.goto(`${pathToFileURL(site).href}/search.html?q=${encodeURIComponent(question)}`, { waitUntil: 'commit' });
        await page.locator('[data-search-results] a').first().waitFor();
        const milliseconds = performance.now() - start;
        const bytes = [...loaded].reduce((sum, url) => sum + gzipSync(readFileSync(fileURLToPath(url))).length, 0);
        return { milliseconds, bytes, files: loaded.size };
      }),
    );
  await closeBrowser();
  answers.sort((a, b) => a.milliseconds - b.milliseconds);
  return answers[Math.floor(answers.length / 2)] ?? { milliseconds: Number.NaN, bytes: 0, files: 0 };
}
