import jsonld from 'jsonld';
import { Parser, Store } from 'n3';

const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** A graph with the questions that tests ask of it; `type` stands for rdf:type. */
export interface Quads {
  readonly dataset: Store;
  subjects(predicate: string, object: string): string[];
  values(subject: string, predicate: string): string[];
}

/** Reads a document with a processor of JSON-LD; what it would drop in silence is an error. */
export async function datasetOf(document: object): Promise<Quads> {
  const options = { format: 'application/n-quads', safe: true } as jsonld.Options.ToRdf;
  const dataset = new Store(new Parser().parse(String(await jsonld.toRDF(document as jsonld.JsonLdDocument, options))));
  const all = [...dataset];
  const uri = (name: string) => (name === 'type' ? TYPE : name);
  return {
    dataset,
    subjects: (predicate, object) =>
      all.filter((one) => one.predicate.value === uri(predicate) && one.object.value === object).map(({ subject }) => subject.value),
    values: (subject, predicate) =>
      all.filter((one) => one.subject.value === subject && one.predicate.value === uri(predicate)).map(({ object }) => object.value),
  };
}
