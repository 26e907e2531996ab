/**
 * What the graph of an export has to be, as SHACL shapes in JSON-LD: the integrity conditions of the SKOS Reference that
 * shapes can say (S9, S13, S14, S27 by disjoint values), and what schema.org expects of the types that are used.
 */
const link = (id: string) => ({ '@id': id });
const one = { 'sh:minCount': 1, 'sh:maxCount': 1 };
const text = { 'sh:datatype': link('rdf:langString'), 'sh:minLength': 1 };
const code = { 'sh:datatype': link('xsd:string'), 'sh:minLength': 1 };

function shape(target: string, properties: readonly (readonly [path: string, rules: object])[]): object {
  return {
    '@type': 'sh:NodeShape',
    'sh:targetClass': link(target),
    'sh:nodeKind': link(target === 'schema:AlignmentObject' ? 'sh:BlankNode' : 'sh:IRI'),
    'sh:property': properties.map(([path, rules]) => ({ 'sh:path': link(path), ...rules })),
  };
}

const isA = (type: string) => ({ 'sh:class': link(type) });
const LABELS = { ...text, 'sh:uniqueLang': true, 'sh:minCount': 1, 'sh:disjoint': link('skos:altLabel') };

export const SHAPES = {
  '@context': {
    sh: 'http://www.w3.org/ns/shacl#',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    skos: 'http://www.w3.org/2004/02/skos/core#',
    schema: 'https://schema.org/',
    dcterms: 'http://purl.org/dc/terms/',
  },
  '@graph': [
    shape('skos:ConceptScheme', [
      ['skos:prefLabel', LABELS],
      ['schema:name', { ...text, ...one }],
      ['skos:hasTopConcept', { ...isA('skos:Concept'), 'sh:minCount': 1 }],
      ['schema:hasDefinedTerm', { ...isA('schema:DefinedTerm'), 'sh:minCount': 1 }],
    ]),
    shape('skos:Concept', [
      ['skos:prefLabel', LABELS],
      ['skos:inScheme', { ...isA('skos:ConceptScheme'), ...one }],
      ['schema:inDefinedTermSet', { ...isA('schema:DefinedTermSet'), ...one }],
      ['skos:notation', { ...code, 'sh:maxCount': 1 }],
      ['skos:broader', { ...isA('skos:Concept'), 'sh:maxCount': 1, 'sh:disjoint': link('skos:related') }],
      ['skos:narrower', { ...isA('skos:Concept'), 'sh:disjoint': link('skos:related') }],
      ['skos:related', isA('skos:Concept')],
      ['dcterms:isReplacedBy', { ...isA('skos:Concept'), 'sh:maxCount': 1 }],
    ]),
    shape('skos:Collection', [
      ['skos:prefLabel', LABELS],
      ['skos:member', { ...isA('skos:Concept'), 'sh:minCount': 1 }],
    ]),
    shape('schema:LearningResource', [
      ['schema:name', { ...text, ...one }],
      ['schema:inLanguage', { ...code, ...one, 'sh:pattern': '^[a-z]{2,3}(-[A-Za-z0-9]+)*$' }],
      ['schema:creativeWorkStatus', { ...code, 'sh:maxCount': 1 }],
      ['schema:dateModified', { 'sh:datatype': link('xsd:date'), 'sh:maxCount': 1 }],
      ['schema:isPartOf', { ...isA('schema:LearningResource'), 'sh:maxCount': 1 }],
      ['schema:url', { 'sh:nodeKind': link('sh:IRI'), 'sh:maxCount': 1 }],
      ['schema:educationalAlignment', isA('schema:AlignmentObject')],
    ]),
    shape('schema:AlignmentObject', [
      ['schema:targetUrl', { ...isA('schema:DefinedTerm'), ...one }],
      ['schema:targetName', { ...text, ...one }],
      ['schema:alignmentType', { ...code, ...one }],
      ['schema:educationalFramework', { ...text, ...one }],
    ]),
  ],
};
