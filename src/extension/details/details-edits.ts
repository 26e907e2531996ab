import * as vscode from 'vscode';
import type { FromDetailsPage } from '../../language/details/panel/messages.js';
import { DETAILS_REQUESTS, type EditDetailsParams, type EditDetailsResult } from '../../server/protocol/details.js';
import type { Guidance } from '../guidance.js';

type Edit = Extract<FromDetailsPage, { type: 'edit' }>;

/** What has become of a change, with a sentence about it. */
interface Done {
  readonly outcome: 'saved' | 'refused';
  readonly text: string;
}

/** How often a change is tried while somebody types in the text at the same time. */
const TRIES = 3;

/** Makes the changes of the form, one after the other, each as one step that can be undone. */
export class DetailsEdits {
  private last: Promise<unknown> = Promise.resolve();
  /** The newest version of a document that a change of a single value has led to: places in lists are still the same then. */
  private unmoved = { uri: '', from: -1, to: -1 };

  constructor(private readonly guidance: Guidance) {}

  /** Makes a change once those before it are made. */
  make(edit: Edit): Promise<Done> {
    return this.after(() => this.makeNow(edit));
  }

  /** Does something once the changes before it are made. */
  after<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.last.catch(() => undefined).then(work);
    this.last = done;
    return done;
  }

  private async makeNow(edit: Edit): Promise<Done> {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(edit.uri));
    for (let tries = 0; tries < TRIES; tries++) {
      if (!this.isStillMeant(edit, document))
        return refused(vscode.l10n.t('The document has just changed. Look at it again, then make the change.'));
      const { version } = document;
      const result = await this.ask(edit, document);
      if (!result) return refused(vscode.l10n.t('This document is no guidance any more.'));
      if ('refused' in result) return refused(result.refused);
      if ('stale' in result || document.version !== version) continue;
      if (!result.edit) return { outcome: 'saved', text: '' };
      if (!(await this.guidance.apply(result.edit))) return refused(vscode.l10n.t('The editor did not make the change.'));
      this.note(edit, version, document);
      return { outcome: 'saved', text: vscode.l10n.t('Changed.') };
    }
    return refused(vscode.l10n.t('The document is being changed. Try again in a moment.'));
  }

  private async ask(edit: Edit, document: vscode.TextDocument): Promise<EditDetailsResult | null> {
    const params: EditDetailsParams = { uri: edit.uri, version: document.version, change: edit.change };
    return this.guidance.ask<EditDetailsResult | null, EditDetailsParams>(DETAILS_REQUESTS.edit, params);
  }

  /** What is named by its place in a list can have become something else once the document is another one. */
  private isStillMeant({ uri, version, change }: Edit, document: vscode.TextDocument): boolean {
    const isByPlace = 'path' in change && change.path.some((step) => typeof step === 'number');
    if (!isByPlace || version === null || version === document.version) return true;
    const { unmoved } = this;
    return unmoved.uri === uri && version >= unmoved.from && unmoved.to === document.version;
  }

  private note({ uri, change }: Edit, before: number, { version }: vscode.TextDocument): void {
    if (!('value' in change)) this.unmoved = { uri: '', from: -1, to: -1 };
    else this.unmoved = { uri, from: this.unmoved.uri === uri && this.unmoved.to === before ? this.unmoved.from : before, to: version };
  }
}

function refused(text: string): Done {
  return { outcome: 'refused', text };
}
