import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { type Message, StreamMessageReader } from 'vscode-languageserver/node';
import { WholeMessageWriter } from '../../../src/server/message-writer.js';

const notification = (text: string) => ({ jsonrpc: '2.0', method: 'said', params: { text } });

describe('the writer of messages', () => {
  it('writes what a reader of the protocol reads, in order, whatever the characters', async () => {
    const stream = new PassThrough();
    const writer = new WholeMessageWriter(stream);
    const read: Message[] = [];
    new StreamMessageReader(stream).listen((message) => read.push(message));
    const said = ['plain', 'Größe “ok” 🙂\n', 'x'.repeat(200_000), 'last'].map(notification);
    await Promise.all(said.map((message) => writer.write(message)));
    await new Promise((resolve) => setImmediate(resolve));
    expect(read).to.deep.equal(said);
  });

  it('hands over each message whole', async () => {
    const stream = new PassThrough();
    const chunks: string[] = [];
    stream.on('data', (chunk) => chunks.push(String(chunk)));
    await new WholeMessageWriter(stream).write(notification('one'));
    expect(chunks).to.have.length(1);
    expect(chunks[0]).to.match(/^Content-Length: \d+\r\n\r\n\{.*"one".*\}$/);
  });

  it('tells of a client that is gone', async () => {
    const stream = new PassThrough();
    const writer = new WholeMessageWriter(stream);
    const errors: Error[] = [];
    const closed = new Promise<void>((resolve) => writer.onClose(() => resolve()));
    writer.onError(([error]) => errors.push(error));
    stream.destroy(new Error('gone'));
    await closed;
    const failure = await writer.write(notification('one')).catch((error: Error) => error);
    expect(failure).to.be.instanceOf(Error);
    expect(errors.map(({ message }) => message)).to.include('gone');
  });

  it('tells of a message that JSON cannot say, and writes the next', async () => {
    const stream = new PassThrough();
    const writer = new WholeMessageWriter(stream);
    const told: (number | undefined)[] = [];
    writer.onError(([, , count]) => told.push(count));
    const endless: Record<string, unknown> = { jsonrpc: '2.0' };
    endless['params'] = endless;
    const failure = await writer.write(endless as unknown as Message).catch((error: Error) => error);
    expect(failure).to.be.instanceOf(TypeError);
    expect(told).to.deep.equal([1]);
    await writer.write(notification('next'));
    expect(String(stream.read())).to.include('"next"');
  });

  it('ends the stream', async () => {
    const stream = new PassThrough();
    const ended = new Promise<void>((resolve) => stream.resume().on('end', () => resolve()));
    new WholeMessageWriter(stream).end();
    await ended;
  });
});
