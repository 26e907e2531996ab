const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys go from cell to cell, and Enter to the reason of what is ticked. */
export function moveInGrid(event: KeyboardEvent, cell: HTMLInputElement): void {
  const step = STEPS[event.key];
  const [, base, row, column] = /^(.*)~(\d+)\.(\d+)$/.exec(cell.id) ?? [];
  if (step && base !== undefined) {
    const next = cell.ownerDocument.getElementById(`${base}~${Number(row) + step[0]}.${Number(column) + step[1]}`);
    event.preventDefault();
    next?.focus();
  } else if (event.key === 'Enter') {
    const entry = cell.ownerDocument.getElementById(cell.dataset['entry'] ?? '');
    event.preventDefault();
    if (!(entry instanceof HTMLDetailsElement)) return;
    entry.open = true;
    entry.querySelector<HTMLElement>('textarea, input, select')?.focus();
  }
}
