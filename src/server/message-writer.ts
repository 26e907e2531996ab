import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

/**
 * Writes each message with its header at once: the library's own writer waits for the header to be gone before it hands over
 * the rest, so that an editor is woken twice, and makes a copy of every text in bytes.
 */
export class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  private errors = 0;

  /** @param stream what the client reads from */
  constructor(private readonly stream: Writable) {
    super();
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  /**
   * Writes a message after all that were written before it.
   * @throws what the stream fails with, or what keeps the message from being said in JSON
   */
  async write(message: Message): Promise<void> {
    try {
      const text = JSON.stringify(message);
      await this.send(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    } catch (error) {
      this.fireError(error, message, ++this.errors);
      throw error;
    }
  }

  end(): void {
    this.stream.end();
  }

  private send(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.stream.write(text, 'utf8', (error) => (error ? reject(error) : resolve()));
    });
  }
}
