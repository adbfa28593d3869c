import { element } from "../../../dom.ts";
import { announce } from "./keys.ts";

type Piece = Node | string | undefined | false;

/** What the agent reads out, word for word. */
export function aloud(label: string, ...texts: (string | undefined | false)[]): HTMLElement {
  const said = texts.filter((text): text is string => Boolean(text));
  return element(
    "div",
    { class: "aloud", role: "group", "aria-label": label },
    element("i", { class: "seal now", "aria-hidden": "true" }, "念"),
    ...said.map((text) => element("p", {}, text)),
  );
}

/** A button with its key beside its name. */
export function keyed(
  label: string,
  key: string,
  press: () => void,
  look: "btn" | "btn alt" | "link" = "btn alt",
): HTMLButtonElement {
  const shown = key !== "" && element("kbd", { class: "one", "aria-hidden": "true" }, key.toUpperCase());
  const button = element("button", { class: look, type: "button", ...(key && { "data-key": key }) }, label, shown);
  button.onclick = press;
  if (key) announce(button);
  return button;
}

export const pane = (id: string, title: string, ...pieces: Piece[]): HTMLElement =>
  element(
    "section",
    { class: "pane", "aria-labelledby": `${id}-title` },
    element("h2", { id: `${id}-title`, tabindex: "-1" }, title),
    ...pieces,
  );

export const note = (title: string, pieces: readonly Piece[], tone: "note" | "note warn" | "note blind" = "note"): HTMLElement =>
  element("div", { class: tone }, element("h2", {}, title), ...pieces);

export const paragraph = (text: string, look = ""): HTMLElement => element("p", look ? { class: look } : {}, text);
