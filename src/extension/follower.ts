/**
 * Runs something after every change, never twice at once: changes that come meanwhile are one more run. So what is shown is never
 * older than what was shown before, and nothing piles up behind somebody who types.
 */
export class Follower {
  private isRunning = false;
  private isStirred = false;

  /** @param failed told of what was thrown; the next change is followed all the same */
  constructor(
    private readonly run: () => Promise<void>,
    private readonly failed: (error: unknown) => void,
  ) {}

  stir(): void {
    this.isStirred = true;
    if (!this.isRunning) void this.follow();
  }

  private async follow(): Promise<void> {
    this.isRunning = true;
    while (this.isStirred) {
      this.isStirred = false;
      await this.run().catch(this.failed);
    }
    this.isRunning = false;
  }
}
