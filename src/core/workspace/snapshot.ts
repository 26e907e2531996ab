import type { DocumentFacts } from '../facts/types.js';
import { type Framework, readFramework } from '../model/framework.js';
import { type Glossary, NO_GLOSSARY, readGlossary } from '../model/glossary.js';
import { MANIFEST, type Manifest, NO_MANIFEST, readManifest, UNREAD_MANIFEST } from '../model/manifest.js';
import { readSources, type Source } from '../model/sources.js';
import type { TypeRegistry } from '../schema/registry.js';
import { type Application, frameworkNamed, readApplication } from './application.js';
import { applicationOf, fieldsOf, fieldText } from './document.js';
import { keptByRoot } from './kept-index.js';
import { foldName, wikiNames } from './keys.js';

const byWikiName = keptByRoot(wikiNames);

/** What is known from the names of the files alone, and what from the data files. */
const OF_FILES = ['folders', 'folded', 'filePaths'];
const OF_DATA = ['dataFiles', 'manifest', 'frameworks', 'sources', 'sourcesById', 'glossary'];

/** A guidance root at one moment: everything that workspace rules, coverage and the products of the engine read. */
export class WorkspaceSnapshot {
  private readonly memo = new Map<string, unknown>();

  /**
   * @param revision counts the changes of the index that this was taken from
   * @param documents all facts by path, in the order of the paths
   * @param files every path in the root, documents and other files alike
   */
  constructor(
    readonly revision: number,
    readonly types: TypeRegistry,
    private readonly documents: ReadonlyMap<string, DocumentFacts>,
    private readonly files: ReadonlySet<string>,
  ) {}

  /**
   * The root after some of its documents have come to say something else, with the same files in it: what cannot be
   * another for that is not made again.
   * @param documents by path, in the order of the paths
   * @param changed whether data files are among them
   */
  with(
    revision: number,
    types: TypeRegistry,
    documents: ReadonlyMap<string, DocumentFacts>,
    changed: 'documents' | 'data',
  ): WorkspaceSnapshot {
    const next = new WorkspaceSnapshot(revision, types, new Map(documents), this.files);
    for (const name of changed === 'data' ? OF_FILES : [...OF_FILES, ...OF_DATA]) {
      if (this.memo.has(name)) next.memo.set(name, this.memo.get(name));
    }
    return next;
  }

  /** The facts of a document or data file. */
  facts(path: string): DocumentFacts | undefined {
    return this.documents.get(path);
  }

  /** The Markdown documents, in the order of their paths. */
  get markdown(): readonly DocumentFacts[] {
    return this.once('markdown', () => [...this.documents.values()].filter((facts) => facts.format === 'markdown'));
  }

  /** The data files, in the order of their paths. */
  get dataFiles(): readonly DocumentFacts[] {
    return this.once('dataFiles', () => [...this.documents.values()].filter((facts) => facts.format === 'yaml'));
  }

  /** Whether there is a file at a path, in exactly that letter case. */
  hasFile(path: string): boolean {
    return this.files.has(path);
  }

  /** Whether there is a folder at a path: some file is below it. */
  hasFolder(path: string): boolean {
    const folders = this.once('folders', () => {
      const found = new Set<string>(['']);
      for (const file of this.files) {
        for (let slash = file.indexOf('/'); slash >= 0; slash = file.indexOf('/', slash + 1)) found.add(file.slice(0, slash));
      }
      return found;
    });
    return folders.has(path);
  }

  /** The path of a file that differs from `path` in letter case only. */
  fileInOtherCase(path: string): string | undefined {
    const folded = this.once('folded', () => new Map([...this.files].map((file) => [file.toLowerCase(), file])));
    return folded.get(path.toLowerCase());
  }

  /** All paths, in order, for suggestions. */
  get filePaths(): readonly string[] {
    return this.once('filePaths', () => [...this.files].sort());
  }

  get manifest(): Manifest {
    return this.once('manifest', () => {
      const facts = this.documents.get(MANIFEST);
      if (!facts) return NO_MANIFEST;
      return facts.fields.state === 'parsed' ? readManifest(facts.fields.value) : UNREAD_MANIFEST;
    });
  }

  get frameworks(): readonly Framework[] {
    return this.once('frameworks', () =>
      this.manifest.frameworks.flatMap((path) => {
        const facts = this.documents.get(path);
        return facts?.fields.state === 'parsed' ? (readFramework(path, facts.fields.value) ?? []) : [];
      }),
    );
  }

  /** The source register, in its own order. */
  get sources(): readonly Source[] {
    return this.once('sources', () => {
      const facts = this.dataFile(this.manifest.sources);
      return facts ? readSources(fieldsOf(facts)) : [];
    });
  }

  /** The sources by their keys; of two with one key the first. */
  get sourcesById(): ReadonlyMap<string, Source> {
    return this.once('sourcesById', () => new Map([...this.sources].reverse().map((source) => [source.id, source])));
  }

  get glossary(): Glossary {
    return this.once('glossary', () => {
      const facts = this.dataFile(this.manifest.glossary);
      return facts ? readGlossary(fieldsOf(facts)) : NO_GLOSSARY;
    });
  }

  /** The applications, in the order of their documents' paths. */
  get applications(): readonly Application[] {
    return this.once('applications', () => this.markdown.flatMap((facts) => readApplication(facts, this.frameworks) ?? []));
  }

  /** The first application of that key. */
  application(key: string): Application | undefined {
    return this.applications.find((application) => application.key === key);
  }

  /** The framework that a document speaks of: itself, its application's, the one that it names, or the root's first. */
  frameworkOf(facts: DocumentFacts): Framework | undefined {
    if (facts.format === 'yaml') {
      const own = this.frameworks.find((framework) => framework.path === facts.path);
      if (own) return own;
    }
    const named = fieldText(facts, 'framework');
    const key = applicationOf(facts);
    if (named === undefined && key !== undefined) {
      const application = this.application(key);
      if (application) return application.framework;
    }
    return frameworkNamed(named, this.frameworks);
  }

  /** The documents that a wiki link could mean, in the order of their paths. */
  documentsNamed(name: string): readonly DocumentFacts[] {
    return byWikiName(this.types).get(foldName(name), this.markdown);
  }

  /** The path of a data file that the manifest names, if it is there. */
  private dataFile(path: string | undefined): DocumentFacts | undefined {
    return path === undefined ? undefined : this.documents.get(path);
  }

  private once<T>(name: string, make: () => T): T {
    if (!this.memo.has(name)) this.memo.set(name, make());
    return this.memo.get(name) as T;
  }
}
