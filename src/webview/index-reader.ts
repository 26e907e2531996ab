import { type DataKinds, FOLDER, type Loaded, nothingLoaded, RECEIVER, receive } from '../site/search/data.js';

/**
 * Reads files of the search index by adding scripts to the page: what `file://` allows, and a content security policy
 * of `script-src 'self'`.
 */
export class IndexReader {
  readonly loaded: Loaded = nothingLoaded();
  private readonly reading = new Map<string, Promise<void>>();

  /** @param root the way from the page to the root of the site, empty or ending in `/` */
  constructor(
    private readonly document: Document,
    private readonly root: string,
  ) {
    const call = (kind: keyof DataKinds, name: string, data: DataKinds[keyof DataKinds]) => receive(this.loaded, kind, name, data);
    Object.assign(window, { [RECEIVER]: call });
  }

  /** Reads files, each once. Rejects where one cannot be read; asking again then tries again. */
  async read(names: readonly string[]): Promise<void> {
    await Promise.all(
      names.map((name) => {
        const before = this.reading.get(name);
        if (before) return before;
        const reading = this.add(name);
        this.reading.set(name, reading);
        reading.catch(() => this.reading.delete(name));
        return reading;
      }),
    );
  }

  private add(name: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const script = this.document.createElement('script');
      script.src = `${this.root}${FOLDER}/${name}.js`;
      script.onload = () => (this.has(name) ? resolve() : reject(new Error(`${name} holds nothing`)));
      script.onerror = () => reject(new Error(`${name} could not be read`));
      this.document.head.append(script);
    });
  }

  private has(name: string): boolean {
    const { start, shards, words, cards, texts } = this.loaded;
    return name === 'start' ? start !== undefined : [shards, words, cards, texts].some((files) => files.has(name));
  }
}
