type Piece = Node | string | undefined | false;

/** An element with its attributes and what is in it: `element("p", { class: "src" }, "…", link)`. Text stays text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...pieces: readonly Piece[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const name of Object.keys(attributes)) made.setAttribute(name, attributes[name]!);
  made.append(...pieces.filter((piece): piece is Node | string => piece !== undefined && piece !== false));
  return made;
}

export const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id}`);
  return found;
};

/** A text whose telephone numbers can be pressed. */
export const withPhones = (text: string): (Node | string)[] =>
  text
    .split(/\b(12333|12366|12393)\b/)
    .map((piece, index) => (index % 2 ? element("a", { href: `tel:${piece}` }, piece) : piece));
