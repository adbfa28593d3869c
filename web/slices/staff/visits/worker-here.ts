import { FORM_VERSION } from "../../../../shared/registration/form.ts";
import { element } from "../../../dom.ts";
import { showNotice } from "../../../notice.ts";
import { here } from "../../../paths.ts";
import { changed, state, words } from "./state.ts";

/** The office asks other questions than this page does: its new version is taken, and forms that are half filled in come along. */
export function sayNewForm(): void {
  const people = state.copy.sheets.flatMap(({ visits }) => visits.flatMap((visit) => visit.people));
  if (people.every(({ form: begun }) => !begun || begun.form === FORM_VERSION)) return;
  const button = element("button", { class: "btn", type: "button" }, words.reload);
  button.onclick = async () => {
    await navigator.serviceWorker?.getRegistration(here("/staff/visits")).then((worker) => worker?.update());
    location.reload();
  };
  showNotice(words.newForm, [words.newFormText, button], "warn");
}

/** The worker is there and has this page. */
export async function lookAtPage(): Promise<void> {
  const page = location.pathname.replace(/\/$/, "");
  state.pageIsKept = "caches" in window && (await caches.match(page).catch(() => undefined)) !== undefined;
}

export function beginWorker(): void {
  if (!("serviceWorker" in navigator)) return;
  const scope = here("/staff/visits");
  navigator.serviceWorker
    .register(`${scope}-worker.js`, { scope })
    .then(() => navigator.serviceWorker.ready)
    .then(lookAtPage)
    .then(changed, () => {});
}
