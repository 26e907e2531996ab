import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { pictureSize } from '../../../src/exchange/word/write/picture-size.js';
import { runs } from '../../support/property.js';

describe('the size of a picture', () => {
  const gif = [...Buffer.from('GIF89a'), 0x2c, 0x01, 0x05, 0x00];
  const start = [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x04, 0x00, 0x00];
  const frame = [0xff, 0xc2, 0x00, 0x0b, 0x08, 0x00, 0x0a, 0x01, 0x2c, 0x01, 0x01, 0x11, 0x00];

  it('is what a GIF and a JPEG say, whatever comes before it', () => {
    assert.deepEqual(pictureSize(Uint8Array.from(gif)), { type: 'gif', width: 300, height: 5 });
    assert.deepEqual(pictureSize(Uint8Array.from([...start, ...frame])), { type: 'jpg', width: 300, height: 10 });
    assert.deepEqual(pictureSize(Uint8Array.from([...start, 0xff, 0xff, ...frame.slice(1)])), { type: 'jpg', width: 300, height: 10 });
  });

  it('is not known of other files, and of pictures without an extent', () => {
    assert.equal(pictureSize(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')), undefined);
    assert.equal(pictureSize(Uint8Array.from([...gif.slice(0, 6), 0, 0, 5, 0])), undefined);
  });

  it('is asked of any bytes without harm', () => {
    const beginnings = fc.constantFrom(gif.slice(0, 6), start, frame, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], []);
    fc.assert(
      fc.property(beginnings, fc.uint8Array({ maxLength: 60 }), (beginning, rest) => {
        const size = pictureSize(Uint8Array.from([...beginning, ...rest]));
        assert.ok(size === undefined || (size.width > 0 && size.height > 0));
      }),
      runs(500),
    );
  });
});
