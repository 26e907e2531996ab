import { textTable } from '../../src/cli/formats/table.js';
import { NotThere } from './not-there.js';

/** What came of one thing that was made, in words of what opened it. */
interface Finding {
  readonly what: string;
  readonly by: string;
  readonly says: string;
  readonly failed: boolean;
}

/** How wide the table at the end may be. */
const WIDTH = 120;

/** Collects what every check says, and goes on where one fails. */
export class Findings {
  private readonly all: Finding[] = [];

  /**
   * Looks at something.
   * @param by what opens it, which nobody here wrote where there is such a thing
   * @param look gives what that said, in a line; throws where it is not as it should be
   */
  async look(what: string, by: string, look: () => string | Promise<string>): Promise<void> {
    const finding = await Promise.resolve()
      .then(look)
      .then((says) => ({ what, by, says, failed: false }))
      .catch((error: unknown) => ({ what, by, ...failure(error) }));
    this.all.push(finding);
    console.log(`→ ${what}, by ${by}: ${finding.says}`);
  }

  /** Whether nothing has failed. */
  get fine(): boolean {
    return this.all.every(({ failed }) => !failed);
  }

  table(): string {
    const columns = ['What', 'Opened by', 'Result'].map((title) => ({ title }));
    const rows = this.all.map(({ what, by, says }) => [what, by, says]);
    return textTable(columns, rows, WIDTH);
  }
}

function failure(error: unknown): Pick<Finding, 'says' | 'failed'> {
  if (error instanceof NotThere) return { says: error.message, failed: false };
  const said = error instanceof Error ? error.message : String(error);
  return { says: `FAILED: ${said.split('\n')[0]}`, failed: true };
}
