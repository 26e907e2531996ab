import { strict as assert } from 'node:assert';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';

type Element = DefaultTreeAdapterMap['element'];

/** A resource of a manifest. */
export interface Manifest {
  readonly title: string;
  readonly launched: string;
  readonly files: readonly string[];
}

/**
 * Reads a manifest by the rules that the schemas of SCORM 1.2 have for what is in it (IMS Content Packaging 1.1.2 and the
 * extensions of ADL): which elements there are, in which order, with which attributes; identifiers are unique, and
 * references lead to them.
 */
export function readManifest(xml: string): Manifest {
  assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<manifest /);
  assert.match(
    xml,
    /xmlns="http:\/\/www\.imsproject\.org\/xsd\/imscp_rootv1p1p2" xmlns:adlcp="http:\/\/www\.adlnet\.org\/xsd\/adlcp_rootv1p2"/,
  );
  // Nothing in it is written otherwise in HTML, but that there no element can close itself.
  const document = parseFragment(
    xml
      .replace(/^<\?xml.*\n/, '')
      .replace(/<file ([^>]*)\/>/g, '<file $1></file>')
      .replaceAll('title>', 'x-title>'),
  );
  const manifest = only(document.childNodes.filter(isElement), 'manifest');
  const [metadata, organizations, resources] = inside(manifest, ['metadata', 'organizations', 'resources']);
  assert.deepEqual(inside(metadata, ['schema', 'schemaversion']).map(text), ['ADL SCORM', '1.2']);
  const organization = only(children(organizations), 'organization');
  assert.equal(attribute(organizations, 'default'), attribute(organization, 'identifier'));
  const [title, item] = inside(organization, ['x-title', 'item']);
  const resource = only(children(resources), 'resource');
  assert.equal(attribute(item, 'identifierref'), attribute(resource, 'identifier'));
  assert.deepEqual([attribute(resource, 'type'), attribute(resource, 'adlcp:scormtype')], ['webcontent', 'sco']);
  const ids = [manifest, organization, item, resource].map((element) => attribute(element, 'identifier') ?? '');
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, /^[A-Za-z_][\w.-]*$/);
  const files = children(resource).map((file) => {
    assert.equal(file.tagName, 'file');
    return attribute(file, 'href') ?? assert.fail('a file has an address');
  });
  const launched = attribute(resource, 'href') ?? '';
  assert.ok(files.includes(launched));
  return { title: text(title), launched, files };
}

function isElement(node: DefaultTreeAdapterMap['childNode']): node is Element {
  return 'tagName' in node;
}

function children(element: Element | undefined): Element[] {
  return (element?.childNodes ?? []).filter(isElement);
}

function inside(element: Element | undefined, names: readonly string[]): Element[] {
  const found = children(element);
  assert.deepEqual(
    found.map(({ tagName }) => tagName),
    names,
  );
  return found;
}

function only(elements: readonly Element[], name: string): Element {
  assert.deepEqual(
    elements.map(({ tagName }) => tagName),
    [name],
  );
  return elements[0] as Element;
}

function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((one) => one.name === name)?.value;
}

function text(element: Element | undefined): string {
  return (element?.childNodes ?? []).map((node) => ('value' in node ? node.value : '')).join('');
}
