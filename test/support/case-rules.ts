/**
 * What CASE 1.1 says about a CFPackage, as a JSON Schema: written from the tables of its information model (required and
 * optional properties, UUIDs, instants, addresses, the types of association), with nothing allowed that they do not name.
 */
const UUID = { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' };
const TEXT = { type: 'string' };
const ADDRESS = { type: 'string', format: 'uri' };
const INSTANT = { type: 'string', format: 'date-time' };
const TEXTS = { type: 'array', items: TEXT };

const IDENTIFIED = { identifier: UUID, uri: ADDRESS, lastChangeDateTime: INSTANT };

function object(required: Record<string, object>, optional: Record<string, object> = {}): object {
  return { type: 'object', required: Object.keys(required), properties: { ...required, ...optional }, additionalProperties: false };
}

const LINK = object({ title: TEXT, identifier: UUID, uri: ADDRESS });
const TARGET = { anyOf: [{ const: 'CASE' }, { type: 'string', pattern: '^ext:[a-zA-Z0-9._-]+$' }] };
const NODE = object({ title: TEXT, identifier: TEXT, uri: ADDRESS }, { targetType: TARGET });
const TYPES = [
  'isChildOf',
  'isPeerOf',
  'isPartOf',
  'exactMatchOf',
  'precedes',
  'isRelatedTo',
  'replacedBy',
  'exemplar',
  'hasSkillLevel',
  'isTranslationOf',
];

const DOCUMENT = object(
  { ...IDENTIFIED, creator: TEXT, title: TEXT },
  {
    ...{ frameworkType: TEXT, caseVersion: { const: '1.1' }, officialSourceURL: ADDRESS, publisher: TEXT, description: TEXT },
    ...{ subject: TEXTS, language: TEXT, version: TEXT, adoptionStatus: TEXT, notes: TEXT, licenseURI: LINK },
  },
);
const ITEM = object(
  { ...IDENTIFIED, fullStatement: TEXT },
  {
    ...{ alternativeLabel: TEXT, CFItemType: TEXT, humanCodingScheme: TEXT, listEnumeration: TEXT, abbreviatedStatement: TEXT },
    ...{ conceptKeywords: TEXTS, notes: TEXT, language: TEXT, CFItemTypeURI: LINK, licenseURI: LINK },
  },
);
const ASSOCIATION = object(
  { ...IDENTIFIED, associationType: { enum: TYPES }, originNodeURI: NODE, destinationNodeURI: NODE },
  { sequenceNumber: { type: 'integer', minimum: 0, maximum: 2 ** 31 - 1 }, CFAssociationGroupingURI: LINK, notes: TEXT },
);
const ITEM_TYPE = object({ ...IDENTIFIED, title: TEXT, description: TEXT, hierarchyCode: TEXT }, { typeCode: TEXT });
const GROUPING = object({ ...IDENTIFIED, title: TEXT }, { description: TEXT });
const DEFINITIONS = object(
  {},
  { CFItemTypes: { type: 'array', items: ITEM_TYPE }, CFAssociationGroupings: { type: 'array', items: GROUPING } },
);

export const CASE_PACKAGE = object(
  { CFDocument: DOCUMENT },
  { CFItems: { type: 'array', items: ITEM }, CFAssociations: { type: 'array', items: ASSOCIATION }, CFDefinitions: DEFINITIONS },
);
