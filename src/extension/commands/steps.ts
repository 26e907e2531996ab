import * as vscode from 'vscode';

/** A choice of a step. */
export interface Choice<Value> extends vscode.QuickPickItem {
  readonly value: Value;
}

/** One question of several. */
export type Step<Answers> = Question<Answers> & {
  /** Whether it is asked at all, after what was answered before; always where it is left out. */
  readonly when?: (answers: Answers) => boolean;
};

type Question<Answers> =
  | {
      readonly ask: 'choice';
      readonly title: string;
      readonly placeholder: string;
      readonly choices: (answers: Answers) => Promise<readonly Choice<Partial<Answers>>[]>;
    }
  | {
      readonly ask: 'text';
      readonly title: string;
      readonly placeholder: string;
      readonly prompt: string;
      /** What is wrong with a text; undefined where it will do. */
      readonly wrong: (text: string, answers: Answers) => string | undefined;
      readonly answer: (text: string) => Partial<Answers>;
    }
  | {
      /** A dialog of the editor’s own, which has no way back. */
      readonly ask: 'dialog';
      /** The answer; undefined where the user has left. */
      readonly show: (answers: Answers) => Promise<Partial<Answers> | undefined>;
    };

/**
 * Asks one question after the other; from the second on there is a way back. A choice that has a single answer is made
 * without asking, and is not counted: from then on the questions have no numbers. They have none at all where nobody can say
 * how many there will be.
 * @returns the answers; undefined where the user has left
 */
export async function askSteps<Answers extends object>(steps: readonly Step<Answers>[], start: Answers): Promise<Answers | undefined> {
  const answered: { readonly step: number; readonly answers: Answers }[] = [];
  let answers = start;
  const isCounted = steps.every(({ when }) => when === undefined);
  for (let step = 0; step < steps.length; ) {
    const now = steps[step];
    if (!now) break;
    if (now.when?.(answers) === false) {
      step++;
      continue;
    }
    const given = await askStep(now, answers, {
      numbers: isCounted && answered.length === step ? { step: step + 1, of: steps.length } : undefined,
      back: answered.length > 0,
    });
    if (given === 'back') {
      const last = answered.pop();
      step = last?.step ?? 0;
      answers = last?.answers ?? start;
      continue;
    }
    if (given === undefined) return undefined;
    if (given.asked) answered.push({ step, answers });
    answers = { ...answers, ...given.answers };
    step++;
  }
  return answers;
}

interface Place {
  /** Undefined where a step before was not asked. */
  readonly numbers: { readonly step: number; readonly of: number } | undefined;
  /** Whether there is something to go back to. */
  readonly back: boolean;
}

type Given<Answers> = 'back' | undefined | { readonly answers: Partial<Answers>; readonly asked: boolean };

async function askStep<Answers>(step: Step<Answers>, answers: Answers, place: Place): Promise<Given<Answers>> {
  if (step.ask === 'dialog') {
    const shown = await step.show(answers);
    return shown && { answers: shown, asked: true };
  }
  if (step.ask === 'text') {
    const input = vscode.window.createInputBox();
    input.prompt = step.prompt;
    input.placeholder = step.placeholder;
    const changed = input.onDidChangeValue((text) => {
      input.validationMessage = text === '' ? undefined : step.wrong(text, answers);
    });
    const accepted = (): Given<Answers> | 'stay' => {
      const wrong = step.wrong(input.value, answers);
      input.validationMessage = wrong;
      return wrong === undefined ? { answers: step.answer(input.value), asked: true } : 'stay';
    };
    return shown(input, step.title, place, accepted).finally(() => changed.dispose());
  }
  const choices = await step.choices(answers);
  const [only] = choices;
  if (only && choices.length === 1) return { answers: only.value, asked: false };
  const pick = vscode.window.createQuickPick<Choice<Partial<Answers>>>();
  pick.items = choices;
  pick.placeholder = step.placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  return shown(pick, step.title, place, () => {
    const [chosen] = pick.selectedItems;
    return chosen ? { answers: chosen.value, asked: true } : 'stay';
  });
}

/** Shows a question until it is answered or left. */
function shown<Answers>(
  input: vscode.QuickPick<Choice<Partial<Answers>>> | vscode.InputBox,
  title: string,
  { numbers, back }: Place,
  accepted: () => Given<Answers> | 'stay',
): Promise<Given<Answers>> {
  input.title = title;
  input.step = numbers?.step;
  input.totalSteps = numbers?.of;
  input.buttons = back ? [vscode.QuickInputButtons.Back] : [];
  return new Promise((resolve) => {
    const end = (given: Given<Answers>) => {
      resolve(given);
      input.dispose();
    };
    input.onDidAccept(() => {
      const given = accepted();
      if (given !== 'stay') end(given);
    });
    input.onDidTriggerButton(() => end('back'));
    input.onDidHide(() => end(undefined));
    input.show();
  });
}
