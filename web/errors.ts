// What is wrong with a form, said twice in the same words: on top, with links, and beside each field.
import type { Finding } from "../shared/kernel/rule.ts";
import { byId, element } from "./dom.ts";
import type { FormWords } from "./messages/kit.ts";
import { fill, wordsFor } from "./words.ts";

type ErrorWords = Pick<FormWords, "errorsTitle" | "errorsInTitle">;

/** `field`: the name of the input at fault; nothing where it is not one field's fault. */
export type Complaint = { field?: string; text: string };

let titleBefore = document.title;

/** Of a page that asks one thing after the other: its title without a number of errors. */
export function setTitle(title: string): void {
  titleBefore = title;
  document.title = title;
}

/** A finding's path is the name of its input, joined by dots: `address.lines`; else the nearest name above it. */
export function complaintsOf(form: HTMLFormElement, findings: readonly Finding[], words: Record<string, string>): Complaint[] {
  return findings.map(({ code, path }) => {
    const names = path.map((_, end) => path.slice(0, path.length - end).join("."));
    return { field: names.find((name) => inputsOf(form, name).length > 0), text: wordsFor(code, words) };
  });
}

/** Shows them, moves the focus to the list, and says their number in the title. None: everything is taken away again. */
export function showErrors(form: HTMLFormElement, complaints: readonly Complaint[], words: ErrorWords): void {
  document.getElementById("errs")?.remove();
  for (const said of Array.from(form.querySelectorAll(".err"))) said.remove();
  for (const field of Array.from(form.querySelectorAll(".bad"))) clear(field);
  document.title = titleBefore;
  if (complaints.length === 0) return;

  for (const { field, text } of complaints) if (field) mark(form, field, text);
  const lines = complaints.map(({ field, text }) => {
    const target = field && inputsOf(form, field)[0]?.id;
    return element("li", {}, target ? element("a", { href: `#${target}` }, text) : text);
  });
  const summary = element(
    "div",
    { class: "errs", id: "errs", role: "alert", tabindex: "-1", "aria-labelledby": "errs-title" },
    element("h2", { id: "errs-title" }, fill(words.errorsTitle, { n: complaints.length })),
    element("ul", { class: "list" }, ...lines),
  );
  summary.onclick = (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    byId(link.hash.slice(1)).focus(); // the fragment alone would scroll and leave the keyboard behind
  };
  document.querySelector("h1")!.parentElement!.prepend(summary);
  document.title = fill(words.errorsInTitle, { n: complaints.length }) + titleBefore;
  summary.focus();
}

const inputsOf = (form: HTMLFormElement, name: string) =>
  Array.from(form.querySelectorAll<HTMLInputElement>("input, select, textarea")).filter((input) => input.name === name);

/** The box of a field: `.field`, or the fieldset around choices; it carries the hint and gets the error. */
function mark(form: HTMLFormElement, name: string, text: string): void {
  const inputs = inputsOf(form, name);
  const box = inputs[0]?.closest(".field, fieldset");
  if (!box || box.classList.contains("bad")) return;
  const id = `${name}-e`;
  const said = element("p", { class: "err", id }, text);
  const after = box.querySelector(".hint") ?? box.querySelector("label, legend, .label");
  after?.after(said);
  box.classList.add("bad");
  for (const input of box.matches("fieldset:not(.field)") ? [box] : inputs) {
    input.setAttribute("aria-describedby", [input.getAttribute("aria-describedby"), id].filter(Boolean).join(" "));
    if (input !== box) input.setAttribute("aria-invalid", "true");
  }
}

function clear(box: Element): void {
  box.classList.remove("bad");
  for (const input of [box, ...Array.from(box.querySelectorAll("[aria-invalid]"))]) {
    const left = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !id.endsWith("-e"));
    if (left.length > 0) input.setAttribute("aria-describedby", left.join(" "));
    else input.removeAttribute("aria-describedby");
    input.removeAttribute("aria-invalid");
  }
}
