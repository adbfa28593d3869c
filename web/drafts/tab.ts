// What is typed before anybody is signed in, or belongs to nobody's record: in this tab only, and gone with it.
import * as v from "valibot";

const Typed = v.record(v.string(), v.string());
const NEVER_KEPT = /code/i; // codes are used once, and a kept one is a key left in the door

export function keepInTab(form: string, typed: Readonly<Record<string, string>>): void {
  const kept = Object.entries(typed).filter(([name, value]) => !NEVER_KEPT.test(name) && value);
  try {
    sessionStorage.setItem(`typed:${form}`, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // Full or forbidden: the page itself still holds what was typed.
  }
}

export function keptInTab(form: string): Record<string, string> | undefined {
  try {
    return v.parse(Typed, JSON.parse(sessionStorage.getItem(`typed:${form}`) ?? "null"));
  } catch {
    return undefined;
  }
}

export function dropFromTab(form: string): void {
  try {
    sessionStorage.removeItem(`typed:${form}`);
  } catch {
    // Then it was never kept.
  }
}
