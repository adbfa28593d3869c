// The frame with the caller's page in it. It is a page of ours, as residents have it; we listen to what it is answered, and keep it to
// what can be done on the phone.
import * as v from "valibot";
import { ReadProblem } from "../../../../shared/kernel/answers.ts";
import { byId, element } from "../../../dom.ts";
import { clearNotice, showNotice } from "../../../notice.ts";
import { here } from "../../../paths.ts";
import { inFrame } from "../../../staff/acting.ts";
import { words } from "./words.ts";

/** What has no place here: a resident's session to end, a form to print unmasked, papers that nobody can show. */
const HIDDEN = "#sign-out, #print, .evidence";
const SIGNS = ["input", "keydown", "pointerdown", "scroll"];

type Inner = Window & typeof globalThis;

/** `used`: called when something was sent. */
export function openFrame(ticket: string, used: () => void): { show(path: string): void } {
  const place = byId("place");
  const frame = element("iframe", {
    class: "framed",
    title: place.dataset["title"] ?? "",
    name: `/staff/tickets/${ticket}/for`,
  });

  function leave(title: string, text: string): void {
    frame.remove();
    showNotice(title, [text], "warn");
    scrollTo(0, 0);
  }

  /** Its own requests, once it is there: what came of them is told above the form too. */
  function listen(inner: Inner): void {
    const ask = inner.fetch;
    inner.fetch = async (...given) => {
      const answer = await ask.apply(inner, given);
      const [, options] = given;
      if (options?.method === "POST") void hear(answer.clone());
      return answer;
    };
    for (const sign of SIGNS) inner.addEventListener(sign, () => dispatchEvent(new Event("input")), { passive: true });
  }

  async function hear(answer: Response): Promise<void> {
    if (answer.status === 202) {
      const body: unknown = await answer.json().catch(() => undefined);
      if (v.safeParse(v.object({ receipt: v.string() }), body).success) used();
      return;
    }
    const problem = v.safeParse(ReadProblem, await answer.json().catch(() => undefined));
    const findings = problem.success ? problem.output.findings : [];
    for (const { code } of findings) {
      if (code !== "acting.consent-missing" && code !== "acting.paper-needed") continue;
      showNotice(words[code], [], "warn");
      scrollTo(0, 0);
    }
    if (answer.status === 403 || answer.status === 404) leave(words.notYours, words.notYoursText);
  }

  frame.onload = () => {
    const inner = frame.contentWindow as Inner | null;
    const page = frame.contentDocument;
    if (!inner || !page || inner.location.href === "about:blank") return;
    const { pathname } = inner.location;
    const is = inFrame(pathname);
    if (/\/sign-in/.test(pathname)) return leave(words.idle, words.idleText);
    if (is === "desk") return leave(words.desk, words.deskText);
    if (is === "out") return leave(words.out, words.outText);
    for (const hidden of Array.from(page.querySelectorAll<HTMLElement>(HIDDEN))) hidden.style.display = "none";
    listen(inner);
  };

  return {
    show(path) {
      clearNotice();
      frame.src = here(path);
      if (!frame.isConnected) place.replaceChildren(frame);
    },
  };
}
