// One key for every action, shown beside it (data-key). Alone it counts only where nobody types, and it can be turned off
// (WCAG 2.1.4: speech and screen readers send letters too); with Alt it counts everywhere.

type Pressed = Pick<KeyboardEvent, "key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "repeat" | "isComposing">;

const NAME = "console-keys";
const TYPED_INTO = "input:not([type=checkbox]):not([type=radio]), select, textarea, [contenteditable]";

/** The key of an action that somebody asks for: `p`, `1`, `/`. `typing`: in a field. `single`: letters alone count. */
export function keyOf(pressed: Pressed, typing: boolean, single: boolean): string | undefined {
  const { altKey, ctrlKey, metaKey, shiftKey, repeat, isComposing } = pressed;
  if (ctrlKey || metaKey || shiftKey || repeat || isComposing) return undefined; // Ctrl and Alt together are AltGr: a letter
  if (!altKey && (typing || !single)) return undefined;
  // Where Alt makes other characters of letters (π on a Mac), the place on the keyboard still says which was meant.
  const [, place] = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(pressed.code) ?? [];
  return (altKey && place ? place : pressed.key).toLowerCase();
}

export const areSingle = (): boolean => {
  try {
    return localStorage.getItem(NAME) !== "off";
  } catch {
    return true;
  }
};

export function setSingle(on: boolean): void {
  try {
    if (on) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, "off");
  } catch {
    // Then it is so until the page is closed.
  }
}

/** Listens for the keys of what can be seen and pressed now. `toggle`: the checkbox that turns letters alone on and off. */
export function listenForKeys(toggle: HTMLInputElement): void {
  const apply = () => {
    document.documentElement.dataset["keys"] = toggle.checked ? "single" : "alt";
    for (const target of Array.from(document.querySelectorAll<HTMLElement>("[data-key]"))) announce(target, toggle.checked);
  };
  toggle.checked = areSingle();
  toggle.onchange = () => {
    setSingle(toggle.checked);
    apply();
  };
  apply();
  addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.matches(TYPED_INTO);
    if (event.key === "Escape" && typing && !event.isComposing) return (event.target as HTMLElement).blur();
    const key = keyOf(event, typing, toggle.checked);
    if (!key || event.defaultPrevented) return;
    const target = actionFor(key);
    if (!target) return;
    event.preventDefault(); // else the letter lands in the field that it leads to
    if (target.matches(TYPED_INTO)) target.focus();
    else target.click();
  });
}

/** What this key does now: the first that is on the page, can be seen and is not waiting. */
const actionFor = (key: string): HTMLElement | undefined =>
  Array.from(document.querySelectorAll<HTMLElement>("[data-key]")).find(
    (target) =>
      target.dataset["key"] === key && target.getClientRects().length > 0 && !target.matches(":disabled, [aria-disabled=true]"),
  );

/** So that a screen reader can tell it, too. */
export function announce(target: HTMLElement, single = areSingle()): void {
  const key = (target.dataset["key"] ?? "").toUpperCase();
  target.setAttribute("aria-keyshortcuts", single ? `${key} Alt+${key}` : `Alt+${key}`);
}
