// What I sent, newest first, page by page.
import { readDraftKeys } from "../../../shared/check/seen.ts";
import { listSubmissions, type ShownStatus, type SubmissionView } from "../../../shared/submissions/contract.ts";
import { call } from "../../call.ts";
import { byId, element } from "../../dom.ts";
import { isAnythingKept } from "../../drafts.ts";
import type { codeWords, items } from "../../messages/items.ts";
import type { KitWords } from "../../messages/kit.ts";
import type { limitedSays, submissionsSays } from "../../messages/submissions.ts";
import { clearNotice, showNotice } from "../../notice.ts";
import { here } from "../../paths.ts";
import { signedIn } from "../../signed-in.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { showLimited } from "../limited.ts";
import { inWords } from "./asked.ts";
import { moment } from "./moment.ts";

type Names = keyof typeof submissionsSays.zh | keyof typeof limitedSays.zh | keyof typeof items.zh | keyof typeof codeWords.zh;
const words = wordsOnPage<KitWords & Record<Names, string>>();
const names: Record<string, string> = words;
const SLOW_MS = 2000;
const more = byId("more");
let cursor: string | undefined;
let reading = false;

byId("opening").remove();
signedIn(words);
void showUnsent().catch(() => {}); // they are where they were
more.onclick = () => void read();
void read();

async function read(): Promise<void> {
  if (reading) return;
  reading = true;
  const slow = setTimeout(() => showNotice(words.slowTitle, [words.slowText]), SLOW_MS);
  const answer = await call(listSubmissions, cursor ? { query: { cursor } } : {});
  clearTimeout(slow);
  clearNotice();
  byId("acts").hidden = false; // not before: it stands below what is read
  reading = false;
  if (answer.is === "problem" && answer.type === "not-this-session") return showLimited(words);
  if (answer.is !== "value") {
    const again = element("button", { class: "btn", type: "button" }, words.again);
    again.onclick = () => void read();
    return showNotice(words.unread, [words.unreadText, again], "blind");
  }
  const isFirst = cursor === undefined;
  const { submissions } = answer.value;
  cursor = answer.value.cursor;
  more.hidden = cursor === undefined;
  if (isFirst && submissions.length === 0) return showEmpty();
  byId("sheet").hidden = false;
  const rows = submissions.map(rowOf);
  byId("sent").append(...rows);
  if (!isFirst) rows[0]?.querySelector("a")?.focus(); // where the reader left off
}

type Unsent = typeof import("../unsent/zh.ts");

/** The keys are asked for where this phone has kept something. */
async function showUnsent(): Promise<void> {
  if (!(await isAnythingKept())) return;
  const box = byId("unsent");
  const loading: Promise<Unsent> = import(box.dataset["then"]!);
  const [answer, { listUnsent }] = await Promise.all([call(readDraftKeys, {}), loading]);
  if (answer.is !== "value" || answer.value.limited) return;
  await listUnsent(box, answer.value.draftKeys ?? [], (form) => {
    const [slice = "", item = ""] = form.split(".");
    const name = names[item] ?? names[slice];
    return name && slice === "declaration" ? fill(words.why, { item: name }) : name;
  });
}

const tags: Record<ShownStatus, { look: "" | "warn"; word: "tag.doing" | "tag.done" | "tag.needs-you" }> = {
  received: { look: "", word: "tag.doing" },
  queued: { look: "", word: "tag.doing" },
  "in-review": { look: "", word: "tag.doing" },
  applied: { look: "", word: "tag.done" },
  refused: { look: "warn", word: "tag.needs-you" },
  overtaken: { look: "", word: "tag.done" },
  withdrawn: { look: "", word: "tag.done" },
};

function rowOf({ receipt, slice, item, status, history, asked, sender, for: whom }: SubmissionView): HTMLLIElement {
  const declared = slice === "declaration";
  const asks = slice === "challenge";
  const moves = slice === "transfer" || slice === "transfer-step"; // followed on a page of their own
  const about = names[item] ?? item;
  const name = declared ? fill(words.why, { item: about }) : about;
  // Whatever the answer is, nothing is left for the person to do.
  const isAnswered = asks && (status === "applied" || status === "refused");
  const { look, word } = tags[isAnswered ? "applied" : status];
  const standing = words[`about.${isAnswered ? "answered" : status}`];
  const begun = slice === "transfer" && status === "applied"; // what is done is the application; the moving has a page of its own
  const sentAt = history[0]?.at;
  const hidden = element("span", { class: "vh" }, ` ${name} ${receipt}`);
  return element(
    "li",
    {},
    element("p", { class: "src" }, sentAt && moment(sentAt)),
    element(
      "div",
      {},
      element("h2", {}, name),
      element(
        "p",
        {},
        fill(
          declared ||
            item === "death" ||
            slice === "registration" ||
            slice === "newborn" ||
            slice === "newcomer" ||
            slice.startsWith("delegation") ||
            slice === "objection" ||
            slice === "enrolment" ||
            moves
            ? "{asked}"
            : asks
              ? words.challengeOf
              : words.changed,
          {
            asked: inWords(asked.replace(`${item} `, ""), words),
          },
        ),
      ),
      sender && element("p", {}, fill(words[`by.${sender.channel}`], { agency: sender.agency, number: sender.workNumber })),
      element(
        "p",
        {},
        element(
          "span",
          { class: `tag ${look}`.trim() },
          begun ? words.begun : fill(words.tag, { tag: words[word], about: standing }),
        ),
      ),
    ),
    element(
      "p",
      {},
      element(
        "a",
        {
          href: asks
            ? here("/access-log")
            : moves
              ? `${here("/transfers")}${whom ? `?for=${whom}` : ""}#${slice === "transfer" ? receipt : asked}`
              : `${here("/submissions/receipt")}#${receipt}`,
        },
        words.look,
        hidden,
      ),
    ),
  );
}

function showEmpty(): void {
  byId("empty").hidden = false;
}
