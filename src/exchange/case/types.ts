/**
 * The parts of a CASE 1.1 package that are exported (1EdTech, “Competencies and Academic Standards Exchange Service:
 * Information Model”, version 1.1, CFPackage). Optional properties are left out where nothing is known.
 */
export interface CFPackage {
  readonly CFDocument: CFDocument;
  readonly CFItems: readonly CFItem[];
  readonly CFAssociations: readonly CFAssociation[];
  readonly CFDefinitions: CFDefinitions;
}

/** What every part has. */
export interface Identified {
  /** A UUID. */
  readonly identifier: string;
  readonly uri: string;
  /** An instant (RFC 3339). */
  readonly lastChangeDateTime: string;
}

/** The framework. */
export interface CFDocument extends Identified {
  readonly caseVersion: '1.1';
  readonly creator: string;
  readonly title: string;
  readonly description?: string;
  readonly language: string;
  readonly version?: string;
  readonly officialSourceURL?: string;
  readonly notes?: string;
}

/** An element, or a part of one. */
export interface CFItem extends Identified {
  readonly fullStatement: string;
  readonly abbreviatedStatement?: string;
  readonly humanCodingScheme?: string;
  readonly CFItemType: string;
  readonly CFItemTypeURI: Link;
  readonly notes?: string;
  readonly language: string;
}

/** How two items, or an item and its document, stand to each other. */
export interface CFAssociation extends Identified {
  readonly associationType: 'isChildOf' | 'isPartOf' | 'isRelatedTo' | 'replacedBy';
  readonly sequenceNumber?: number;
  readonly originNodeURI: NodeLink;
  readonly destinationNodeURI: NodeLink;
  /** The application that says so, where the framework itself does not. */
  readonly CFAssociationGroupingURI?: Link;
  readonly notes?: string;
}

/** What the rest refers to. */
export interface CFDefinitions {
  readonly CFItemTypes: readonly CFItemType[];
  readonly CFAssociationGroupings: readonly CFAssociationGrouping[];
}

/** A kind of item. */
export interface CFItemType extends Identified {
  readonly title: string;
  readonly description: string;
  readonly hierarchyCode: string;
  readonly typeCode: string;
}

/** Associations that belong together. */
export interface CFAssociationGrouping extends Identified {
  readonly title: string;
  readonly description?: string;
}

/** A reference to another part. */
export interface Link {
  readonly title: string;
  readonly identifier: string;
  readonly uri: string;
}

/** A reference to one end of an association. */
export interface NodeLink extends Link {
  readonly targetType: 'CASE';
}
