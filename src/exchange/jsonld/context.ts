/**
 * The context (JSON-LD 1.1), written out in the file: nobody who reads it has to fetch one. Terms are those of SKOS,
 * schema.org and Dublin Core.
 * @param language of every text that does not say its own
 */
export function contextIn(language: string): object {
  const link = (id: string) => ({ '@id': id, '@type': '@id' });
  const code = (id: string) => ({ '@id': id, '@language': null });
  return {
    '@version': 1.1,
    '@language': language,
    skos: 'http://www.w3.org/2004/02/skos/core#',
    schema: 'https://schema.org/',
    dcterms: 'http://purl.org/dc/terms/',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    id: '@id',
    type: '@type',
    prefLabel: 'skos:prefLabel',
    altLabel: 'skos:altLabel',
    definition: 'skos:definition',
    scopeNote: 'skos:scopeNote',
    notation: code('skos:notation'),
    inScheme: link('skos:inScheme'),
    topConceptOf: link('skos:topConceptOf'),
    hasTopConcept: link('skos:hasTopConcept'),
    broader: link('skos:broader'),
    narrower: link('skos:narrower'),
    related: link('skos:related'),
    member: link('skos:member'),
    isReplacedBy: link('dcterms:isReplacedBy'),
    rights: 'dcterms:rights',
    name: 'schema:name',
    description: 'schema:description',
    version: code('schema:version'),
    termCode: code('schema:termCode'),
    inDefinedTermSet: link('schema:inDefinedTermSet'),
    hasDefinedTerm: link('schema:hasDefinedTerm'),
    url: link('schema:url'),
    inLanguage: code('schema:inLanguage'),
    learningResourceType: 'schema:learningResourceType',
    creativeWorkStatus: code('schema:creativeWorkStatus'),
    dateModified: { '@id': 'schema:dateModified', '@type': 'xsd:date' },
    isPartOf: link('schema:isPartOf'),
    about: link('schema:about'),
    mentions: link('schema:mentions'),
    educationalAlignment: 'schema:educationalAlignment',
    alignmentType: code('schema:alignmentType'),
    educationalFramework: 'schema:educationalFramework',
    targetName: 'schema:targetName',
    targetDescription: 'schema:targetDescription',
    targetUrl: link('schema:targetUrl'),
  };
}
