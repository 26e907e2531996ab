import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DestinationMapView } from '../../../src/map/types.js';
import { buildOnce, cleanUp, dmap, PROJECT, temporaryGuidance } from '../../support/cli.js';

const HARBOUR = join(PROJECT, 'test/fixtures/second-framework');

describe('dmap map', function () {
  this.timeout(60_000);
  before(buildOnce);
  after(cleanUp);

  it('draws the map as text within 80 columns', () => {
    const { out, code } = dmap(PROJECT, ['map', 'guidance', '--today', '2026-09-01']);
    assert.equal(code, 0);
    assert.match(out, /^Destination Map: The Destination Map applied to RASSO investigation$/m);
    assert.match(out, /^ {2}● 12 Feedback culture: covered, in review\. Serves Publics, Organisations and\n {7}Individuals\.$/m);
    for (const line of out.split('\n')) assert.ok([...line].length <= 80, line);
  });

  it('writes one picture that stands alone, and the same bytes each time', () => {
    const folder = dirname(temporaryGuidance());
    const file = join(folder, 'map.svg');
    assert.equal(dmap(HARBOUR, ['map', '--output', file]).code, 0);
    const svg = readFileSync(file, 'utf8');
    assert.match(svg, /^<svg [^>]*role="img"/);
    assert.equal(dmap(HARBOUR, ['map', '--format', 'svg']).out, svg);
  });

  it('writes a PNG picture', () => {
    const file = join(dirname(temporaryGuidance()), 'map.png');
    assert.equal(dmap(HARBOUR, ['map', '--output', file]).err, '');
    assert.deepEqual([...readFileSync(file).subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  });

  it('writes a page that needs nothing else', () => {
    const { out } = dmap(PROJECT, ['map', 'guidance', '--format', 'html']);
    assert.match(out, /^<!doctype html>\n<html lang="en-GB">/);
    assert.match(out, /This is an independent example\./);
    assert.doesNotMatch(out, /<script|<link|src=/);
  });

  it('gives the view as JSON', () => {
    const { views } = JSON.parse(dmap(HARBOUR, ['map', '--format', 'json']).out) as { views: DestinationMapView[] };
    assert.deepEqual(
      views.map(({ application, counts, matrix }) => [application?.key, counts.total, matrix.length]),
      [['small-craft', 30, 20]],
    );
  });

  it('never writes over what is no picture, and says what to do', () => {
    const root = temporaryGuidance();
    const wrong = dmap(root, ['map', '--format', 'svg', '--output', join(root, 'guidance.yml')]);
    assert.match(wrong.err, /has the ending of guidance/);
    assert.equal(wrong.code, 2);
    assert.match(dmap(root, ['map', '--output', 'map']).err, /Use \.svg, \.html, \.png, \.json or \.txt\./);
    assert.match(dmap(HARBOUR, ['map', '--format', 'png']).err, /Say where to write it/);
    assert.match(dmap(HARBOUR, ['map', '--application', 'small-kraft']).err, /Did you mean “small-craft”\?/);
    assert.ok(!existsSync(join(root, 'map')));
    assert.match(dmap(HARBOUR, ['map', '--output', join(root, 'not-there', 'map.svg')]).err, /There is no folder “.*not-there”\./);
    assert.match(dmap(HARBOUR, ['map', '--format', 'svg', '--output', root]).err, /is a folder/);
  });

  it('writes the format that is asked for, whatever the ending says', () => {
    const file = join(dirname(temporaryGuidance()), 'map.text');
    assert.equal(dmap(HARBOUR, ['map', '--format', 'text', '--output', file]).code, 0);
    assert.match(readFileSync(file, 'utf8'), /^4 of 30 criteria covered \(1 published, 3 in review\); /m);
  });
});
