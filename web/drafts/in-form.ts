// What stands in the fields of a form, as far as it is kept.
const NEVER_KEPT = /code/i; // codes are used once, and a kept one is a key left in the door
const NOT_IN_ADVANCE = ["declared"]; // nobody declares before they looked

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export const inputsIn = (form: HTMLFormElement): Input[] =>
  Array.from(form.querySelectorAll<Input>("input, select, textarea")).filter((input) => input.name);

const isChoice = (input: Input): input is HTMLInputElement => input.type === "radio" || input.type === "checkbox";

/** `data-verified`: what the register says, or what was proved; it is asked for again. */
const isKept = (input: Input): boolean =>
  !NEVER_KEPT.test(input.name) &&
  !NOT_IN_ADVANCE.includes(input.name) &&
  !/^(?:password|file)$/.test(input.type) &&
  !input.closest("[data-verified]");

/** By name; empty where nothing is chosen. */
export function standingIn(form: HTMLFormElement): Record<string, string> {
  const standing: Record<string, string> = {};
  for (const input of inputsIn(form).filter(isKept)) {
    if (isChoice(input) && !input.checked) standing[input.name] ??= "";
    else standing[input.name] = input.value;
  }
  return standing;
}

/** What the page itself proposes, and nobody has to touch. What a script filled in from the register is not among it. */
export function proposedIn(form: HTMLFormElement): Record<string, string> {
  const proposed = inputsIn(form)
    .filter(isKept)
    .flatMap((input) => (isProposed(input) ? [[input.name, input.value]] : []));
  return Object.fromEntries(proposed);
}

function isProposed(input: Input): boolean {
  if (input instanceof HTMLSelectElement) return input.selectedOptions[0]?.defaultSelected === true;
  if (input instanceof HTMLTextAreaElement || input.type === "hidden") return false;
  const { value, defaultValue, checked, defaultChecked } = input;
  return isChoice(input) ? checked && defaultChecked : value !== "" && value === defaultValue;
}

/** Assigning values fires no event, so that restoring cannot save over what it restores. */
export function putBack(form: HTMLFormElement, typed: Readonly<Record<string, string>>): void {
  for (const input of inputsIn(form)) {
    const value = typed[input.name];
    if (value === undefined) continue;
    if (isChoice(input)) input.checked = input.value === value;
    else input.value = value;
  }
}

/** Into a form that could be filled in before its script came: what was typed meanwhile stays. */
export function putBackUnder(form: HTMLFormElement, kept: Readonly<Record<string, string>>): void {
  const touched = new Set(
    inputsIn(form)
      .filter(isTouched)
      .map(({ name }) => name),
  );
  putBack(form, Object.fromEntries(Object.entries(kept).filter(([name]) => !touched.has(name))));
}

function isTouched(input: Input): boolean {
  if (input instanceof HTMLSelectElement) return input.selectedIndex > 0;
  if (input instanceof HTMLTextAreaElement) return input.value !== input.defaultValue;
  return input.value !== input.defaultValue || input.checked !== input.defaultChecked;
}
