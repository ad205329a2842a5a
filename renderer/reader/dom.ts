type Child = Node | string | null;
type Attributes = Readonly<Record<string, string | boolean | EventListener>>;

/** An element with attributes, listeners (`onclick` …) and children. Text is always text, never markup. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false) element.setAttribute(name, value);
  }
  for (const child of children) if (child !== null) element.append(child);
  return element;
}

/** A term and its value of a description list; nothing for an empty value. */
export function fact(term: string, value: Child): Node[] {
  if (value === null || value === '') return [];
  return [el('dt', {}, term), el('dd', {}, value)];
}
