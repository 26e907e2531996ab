/** A new element with a class and what stands in it. Strings become text, never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...content);
  return made;
}

/** A link. */
export function link(href: string, className: string, ...content: readonly (Node | string)[]): HTMLAnchorElement {
  const made = element('a', className, ...content);
  made.href = href;
  return made;
}
