// An estimate's form is there at once; what works out the answer, three times as heavy, follows at the first touch of a
// question, or at once where something was typed before or there is a record to fill in from.
import { sayForWhom } from "../acting-for.ts";
import { byId } from "../dom.ts";
import { ready } from "../form.ts";
import { knowsSignIn } from "../signed-in-here.ts";
import { hasDraft, keptRegion } from "./estimate/kept.ts";
import { showOutage } from "./estimate/outage.ts";

const form = byId("form") as HTMLFormElement;
const { name = "", then = "" } = form.dataset;
let loading: Promise<void> | undefined;
let tries = 0;

/** A script that failed once is not fetched again under the same address. */
function load(): Promise<void> {
  loading ??= new Promise<void>((here, failed) => {
    const script = document.createElement("script");
    script.type = "module";
    script.src = then + (tries > 0 ? `?${tries}` : "");
    tries += 1;
    script.onload = () => here();
    script.onerror = failed;
    document.head.append(script);
  });
  return loading;
}
function loadAhead(): void {
  load().catch(() => {
    loading = undefined; // whoever presses asks again, and is told
  });
}

/** A press that comes too early is made again when somebody hears it. */
async function press(event: Event): Promise<void> {
  const button = event.target instanceof Element && event.target.closest("button");
  if (!button || form.dataset["open"]) return;
  event.preventDefault();
  button.setAttribute("aria-disabled", "true");
  try {
    await load().finally(() => button.removeAttribute("aria-disabled"));
    button.click();
  } catch {
    loading = undefined;
    showOutage();
  }
}

const region = byId("region") as HTMLSelectElement;
const kept = keptRegion();
if (Array.from(region.options).some(({ value }) => value === kept)) region.value = kept;
form.addEventListener("click", press);
form.addEventListener("focusin", loadAhead, { once: true });
form.addEventListener("pointerdown", loadAhead, { once: true });
// On a slow line somebody may be at a question before this script is here.
if (knowsSignIn() || hasDraft(name) || form.contains(document.activeElement)) loadAhead();
ready();

sayForWhom(); // of moves, for somebody else
