/**
 * Fills in a format as a console does; consoles of extension hosts pass formats on as they are.
 * @param args the format, and what stands for its `%s` and `%d`
 */
export function format([first = '', ...values]: readonly unknown[]): string {
  const left = [...values];
  const filled = String(first).replace(/%[sd%]/g, (mark) => (mark === '%%' ? '%' : left.length > 0 ? String(left.shift()) : mark));
  return [filled, ...left.map(String)].join(' ');
}
