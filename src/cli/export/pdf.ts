import { FileNames } from '../../exchange/plan/file-names.js';
import { exportedApplications } from '../../exchange/plan/scopes.js';
import type { ExchangeFile, ExchangeInput } from '../../exchange/types.js';
import { findBrowser } from '../../platform/node/pdf/find-browser.js';
import { PagePrinter } from '../../platform/node/pdf/print-pages.js';
import { printPage } from '../../site/addresses.js';
import type { MakeJob } from './make-job.js';
import { temporarySite } from './temporary-site.js';

/**
 * Each application whole as a PDF: the page of the site that has all of it, as a browser prints it.
 * @throws UsageError where there is no browser that could
 */
export async function* pdfFiles(input: ExchangeInput, job: MakeJob): AsyncGenerator<ExchangeFile> {
  const applications = exportedApplications(input);
  if (applications.length === 0) return;
  const program = findBrowser();
  const site = await temporarySite(job);
  const names = new FileNames();
  try {
    const { address } = site.plan.shared;
    const printer = await PagePrinter.start({ program, folder: site.folder, address, today: input.today });
    try {
      for (const { key } of applications) {
        job.throwIfCancelled();
        yield { path: names.of([key], '.pdf'), content: await printer.print(printPage(key)) };
      }
    } finally {
      await printer.close();
    }
  } finally {
    site.remove();
  }
}
