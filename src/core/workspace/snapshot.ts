import type { DocumentFacts } from '../facts/types.js';
import { type Framework, readFramework } from '../model/framework.js';
import { type Glossary, NO_GLOSSARY, readGlossary } from '../model/glossary.js';
import { MANIFEST, type Manifest, NO_MANIFEST, readManifest, UNREAD_MANIFEST } from '../model/manifest.js';
import { readSources, type Source } from '../model/sources.js';
import type { TypeRegistry } from '../schema/registry.js';
import { type Application, frameworkNamed, readApplication } from './application.js';
import { applicationOf, fieldsOf, fieldText } from './document.js';
import { keptByRoot, keptList, replaced } from './kept-index.js';
import { foldName, wikiNames } from './keys.js';

const byWikiName = keptByRoot(wikiNames);
const ofApplications = keptList((facts) => facts.type === 'application');

/** What is known from the names of the files alone, and what from the data files. */
const OF_FILES = ['folders', 'folded', 'filePaths'];
const OF_DATA = ['dataFiles', 'manifest', 'frameworks', 'sources', 'sourcesById', 'glossary'];

/** A guidance root at one moment: everything that workspace rules, coverage and the products of the engine read. */
export class WorkspaceSnapshot {
  private readonly memo = new Map<string, unknown>();

  /**
   * @param revision counts the changes of the index that this was taken from
   * @param documents all facts, in the order of their paths
   * @param files every path in the root, documents and other files alike
   * @param places where each document is among them; the same for every root that has the same documents
   */
  constructor(
    readonly revision: number,
    readonly types: TypeRegistry,
    private readonly documents: readonly DocumentFacts[],
    private readonly files: ReadonlySet<string>,
    private readonly places: ReadonlyMap<string, number> = new Map(documents.map(({ path }, place) => [path, place])),
  ) {}

  /**
   * The root after some of its documents have come to say something else, with the same files in it: what cannot be
   * another for that is not made again.
   * @param changed the facts of those documents
   */
  with(revision: number, types: TypeRegistry, changed: readonly DocumentFacts[]): WorkspaceSnapshot {
    const next = new WorkspaceSnapshot(revision, types, replaced(this.documents, changed), this.files, this.places);
    const data = types !== this.types || changed.some(({ format }) => format === 'yaml');
    for (const name of data ? OF_FILES : [...OF_FILES, ...OF_DATA]) {
      if (this.memo.has(name)) next.memo.set(name, this.memo.get(name));
    }
    const markdown = changed.filter(({ format }) => format === 'markdown');
    if (this.memo.has('markdown')) next.memo.set('markdown', replaced(this.markdown, markdown));
    return next;
  }

  /** The facts of a document or data file. */
  facts(path: string): DocumentFacts | undefined {
    const place = this.places.get(path);
    return place === undefined ? undefined : this.documents[place];
  }

  /** The Markdown documents, in the order of their paths. */
  get markdown(): readonly DocumentFacts[] {
    return this.once('markdown', () => this.documents.filter((facts) => facts.format === 'markdown'));
  }

  /** The data files, in the order of their paths. */
  get dataFiles(): readonly DocumentFacts[] {
    return this.once('dataFiles', () => this.documents.filter((facts) => facts.format === 'yaml'));
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
      const facts = this.facts(MANIFEST);
      if (!facts) return NO_MANIFEST;
      return facts.fields.state === 'parsed' ? readManifest(facts.fields.value) : UNREAD_MANIFEST;
    });
  }

  get frameworks(): readonly Framework[] {
    return this.once('frameworks', () =>
      this.manifest.frameworks.flatMap((path) => {
        const facts = this.facts(path);
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
    return this.once('applications', () => ofApplications(this).flatMap((facts) => readApplication(facts, this.frameworks) ?? []));
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
    return byWikiName(this).get(foldName(name));
  }

  /** The path of a data file that the manifest names, if it is there. */
  private dataFile(path: string | undefined): DocumentFacts | undefined {
    return path === undefined ? undefined : this.facts(path);
  }

  private once<T>(name: string, make: () => T): T {
    if (!this.memo.has(name)) this.memo.set(name, make());
    return this.memo.get(name) as T;
  }
}
