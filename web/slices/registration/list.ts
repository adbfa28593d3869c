// The task list: what is registered, what was changed, what is missing; and on to the last look.
import { listChildren } from "../../../shared/children/contract.ts";
import { dateOf, instantAt } from "../../../shared/kernel/calendar.ts";
import { call } from "../../call.ts";
import { byId, element } from "../../dom.ts";
import type { Typed } from "../../drafts.ts";
import { dateIn } from "../../lang.ts";
import type { listSays } from "../../messages/registration-pages.ts";
import { here, langOfPage } from "../../paths.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { carryOn, openForm, theForm } from "../change/form.ts";
import { Form } from "./answer.ts";
import { byParent, child, pageOf, type RegistrationWords, registrationOf } from "./form.ts";
import { type Insurance, isSeen } from "./said.ts";
import { type Doing, statesOf } from "./states.ts";

const words = wordsOnPage<RegistrationWords & Record<Insurance, string> & Record<keyof typeof listSays.zh, string>>();
const looks = { kept: "tag", changed: "tag", todo: "tag warn", said: "tag" };
let todo: Doing | undefined;

const hrefOf = ({ task, insurance }: Doing) => pageOf(`/${task}`, insurance);
const nameOf = ({ task, insurance }: Doing): string =>
  insurance ? fill(words.reason, { name: words[insurance] }) : (byId(task).querySelector("a")?.textContent ?? "");

function rowOf(doing: Doing): HTMLElement {
  const row = element(
    "li",
    {},
    element("div", {}, element("a", {}, nameOf(doing)), element("p", { class: "src" })),
    element("span"),
  );
  byId("elsewhere").before(row);
  return row;
}

/** As much as fits a line: an address, an employer. The last look tells all of it. */
function shown({ hukou, residence, mobile, work }: Form, kept: Typed, task: string): string {
  if (isSeen(kept, task)) return "";
  return { hukou: hukou?.text, home: residence?.text, phones: mobile?.masked, work: work?.employer }[task] ?? "";
}

function draw(form: Form, kept: Typed): void {
  const states = statesOf(form, kept, dateOf(instantAt(Date.now())), byParent);
  const { name, birth, number } = form.person;
  const texts = [name, birth && dateIn(langOfPage(), birth), number].filter(Boolean);
  byId("me").querySelector("p")!.textContent = texts.join(langOfPage() === "zh" ? "，" : ", ");
  for (const doing of states) {
    const { task, insurance, state } = doing;
    const row = insurance ? rowOf(doing) : byId(task);
    row.querySelector("a")!.href = hrefOf(doing);
    row.querySelector("p")!.textContent = shown(form, kept, task);
    const tag = row.querySelector("span")!;
    tag.className = looks[state];
    tag.textContent = task === "sign" && state === "kept" ? words["state.self"] : words[`state.${state}`];
  }
  byId("wrong").hidden = child !== undefined; // a parent puts that right at the desk
  todo = states.find(({ state }) => state === "todo");
  const changed = states.some(({ state }) => state === "changed");
  const label = todo ? fill(words.goOn, { task: nameOf(todo) }) : changed ? words.allSaid : words.allRight;
  theForm().querySelector<HTMLElement>("[data-step]")!.dataset["button"] = label;
}

/** Oneself, or one of the children whom the register knows. */
async function offerChildren(): Promise<void> {
  const answer = await call(listChildren, {});
  if (answer.is !== "value" || answer.value.children.length === 0) return; // the form itself is there
  const refs = [{ child: undefined, name: words.myself, birth: undefined }, ...answer.value.children];
  const links = refs.map((one) => {
    const href = here("/registration") + (one.child ? `?for=${one.child}` : "");
    const link = element("a", { href }, [one.name, one.birth && dateIn(langOfPage(), one.birth)].filter(Boolean).join(" "));
    if (one.child === child) link.setAttribute("aria-current", "page");
    return element("li", {}, link);
  });
  byId("who")
    .querySelector("ul")!
    .append(...links);
  byId("who").hidden = false;
}

void openForm(registrationOf(Form, words), words, (form, kept) => {
  draw(form, kept);
  const { confirmed, person } = form;
  const since = confirmed && fill(words.confirmed, { date: dateIn(langOfPage(), confirmed.on) });
  byId("today").textContent = [child ? person.name : fill(words.forMe, { name: person.name }), since].filter(Boolean).join(" ");
  return { steps: [{ name: "list", done: () => false, leave: () => [] }] };
}).then((opened) => {
  void offerChildren();
  carryOn(opened, words, () => (todo ? hrefOf(todo) : pageOf("/check")));
});
