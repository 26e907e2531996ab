import type { DetailsChange } from '../../language/details/panel/change.js';
import type { ShownDetails } from '../../language/details/panel/messages.js';
import type { TextBox } from './draw.js';
import type { Editor } from './editor.js';

/** Tells the editor what is changed, and remembers what it has been told until it answers. */
export class Sending {
  /** The controls of changes that the editor has not answered yet. */
  private readonly pending = new Map<number, string>();
  /** What was told of each control last, and not refused: leaving a control tells twice that it is another. */
  private readonly texts = new Map<string, string>();
  private changes = 0;

  /** @param shown what is shown just now: a change is one of that version of the document */
  constructor(
    private readonly editor: Editor,
    private readonly shown: () => ShownDetails | undefined,
  ) {}

  /** Tells of a change. @param control the id of the control that makes it */
  send(control: string, change: DetailsChange): void {
    const shown = this.shown();
    if (shown?.kind !== 'details') return;
    const { uri, version } = shown;
    const id = ++this.changes;
    this.pending.set(id, control);
    this.editor.postMessage({ type: 'edit', id, uri, version, change });
  }

  /** Tells of a text that was written. */
  sendText({ id }: TextBox, text: string, change: DetailsChange): void {
    this.texts.set(id, text);
    this.send(id, change);
  }

  /** Takes what has become of a change. */
  answered(id: number, outcome: 'saved' | 'refused'): void {
    if (outcome === 'refused') this.texts.delete(this.pending.get(id) ?? '');
    this.pending.delete(id);
  }

  /** Whether this text of a control has been told. */
  hasTold({ id }: TextBox, text: string): boolean {
    return this.texts.get(id) === text;
  }

  /** Something else is being written in a control: what was told of it counts no more. */
  forgetText({ id }: TextBox): void {
    this.texts.delete(id);
  }

  /** The ids of the controls that wait for an answer. */
  waiting(): ReadonlySet<string> {
    return new Set(this.pending.values());
  }

  /** Forgets everything, for another document. */
  clear(): void {
    this.pending.clear();
    this.texts.clear();
  }
}
