// One thing at a time: the sections of one form, each with its own address (#code), heading and button.
import { byId, element } from "../../dom.ts";
import { type Complaint, setTitle, showErrors } from "../../errors.ts";
import type { FormWords } from "../../messages/kit.ts";
import { clearNotice } from "../../notice.ts";
import { fill } from "../../words.ts";

export type Step = {
  /** Of the section that asks it, `data-step`. */
  name: string;
  /** May be left out, by what was answered before. */
  applies?(): boolean;
  /** Answered, so that later steps can be shown; the last one never is. */
  done(): boolean;
  /** When the person wants to go on: what is wrong, or "stay" where a notice says why. */
  leave(): Complaint[] | "stay" | Promise<Complaint[] | "stay">;
  shown?(): void;
};

const placeOf = (way: readonly Step[], wanted: string) => way.findIndex(({ name }) => name === wanted);

/** Steps on other pages, before and after the steps of this one. */
export type Way = { before(): number; after(): number };
export type Steps = ReturnType<typeof openSteps>;

/** `first`: where to begin, for somebody who comes back; never further than what is answered. */
export function openSteps(
  form: HTMLFormElement,
  steps: readonly Step[],
  words: FormWords & { step: string },
  first = "",
  { before, after }: Way = { before: () => 0, after: () => 0 },
) {
  const h1 = document.querySelector("h1")!;
  const back = byId("back") as HTMLAnchorElement;
  const outside = back.href;
  const siteName = document.title.replace(h1.textContent ?? "", "");
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]")!;
  const fitting = () => steps.filter(({ applies }) => applies?.() ?? true);
  const sections = Array.from(form.querySelectorAll<HTMLElement>("[data-step]"));
  let current = "";

  function show(wanted: string, focus: boolean): void {
    const way = fitting();
    const open = way.findIndex(({ done }) => !done()); // the last is never done
    const index = Math.max(0, Math.min(placeOf(way, wanted), open));
    const { name, shown } = way[index]!;
    const moved = name !== current;
    current = name;
    if (`#${name}` !== location.hash)
      history.replaceState(null, "", index > 0 ? `#${name}` : location.pathname + location.search);
    for (const section of sections) section.hidden = section.dataset["step"] !== name;
    const { title = "", button: label = "" } = sections.find((section) => !section.hidden)!.dataset;
    h1.textContent = title;
    setTitle(title + siteName);
    button.textContent = label;
    button.removeAttribute("aria-disabled"); // "sending" was of the step before
    back.href = index > 0 ? `#${way[index - 1]!.name}` : outside;
    count();
    if (moved && focus) {
      showErrors(form, [], words);
      h1.tabIndex = -1;
      h1.focus();
      scrollTo(0, 0);
    }
    shown?.();
  }

  function count(): void {
    const way = fitting();
    const [here, all] = [before() + placeOf(way, current) + 1, before() + way.length + after()];
    byId("step").textContent = fill(words.step, { at: here, of: all });
    const cells = Array.from({ length: all }, (_, place) => element("i", place < here ? {} : { class: "o" }));
    document.querySelector("header .cells")!.replaceChildren(...cells);
  }

  addEventListener("hashchange", () => {
    clearNotice();
    show(location.hash.slice(1), true);
  });
  show(location.hash.slice(1) || first, false);

  return {
    /** Where the person is. */
    current: () => current,
    /** The same step, drawn anew. */
    again: () => show(current, false),
    /** An answer may add steps. */
    recount: count,
    /** The step that asks for a field. */
    of: (field: string) => form.querySelector(`[name="${field}"]`)?.closest<HTMLElement>("[data-step]")?.dataset["step"],
    go: (name: string) => {
      history.replaceState(null, "", `#${name}`);
      show(name, true);
    },
    /** On to the next one, if this one is answered; after the last the form is ready to be sent. */
    async next(): Promise<Complaint[] | "moved" | "stay" | "ready"> {
      const wrong = await steps.find(({ name }) => name === current)!.leave();
      if (wrong === "stay" || wrong.length > 0) return wrong;
      const way = fitting();
      const following = way[placeOf(way, current) + 1];
      if (!following) return "ready";
      location.hash = following.name;
      return "moved";
    },
  };
}
