import type { Connection } from 'vscode-languageserver';
import { GUIDANCE_CHANGED, type GuidanceChangedParams } from './protocol/guidance.js';

/** Tells the client which roots have changed, as soon as what it has said so far is noted: its views follow what is typed. */
export class Announcer {
  private readonly roots = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly failed: (error: unknown) => void,
  ) {}

  changed(root: string): void {
    this.roots.add(root);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      for (const changed of this.roots) {
        const params: GuidanceChangedParams = { root: changed };
        void this.connection.sendNotification(GUIDANCE_CHANGED, params).catch(this.failed);
      }
      this.roots.clear();
    });
  }
}
