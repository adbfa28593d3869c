import { newUuid } from "../../../attempt.ts";
import { call } from "../../../call.ts";
import { byId } from "../../../dom.ts";
import { showErrors } from "../../../errors.ts";
import { onSubmit, typedIn } from "../../../form.ts";
import { clearNotice, showNotice, showUnread } from "../../../notice.ts";
import { giveList, MOST_HOUSEHOLDS } from "../../../visits/coverage-routes.ts";
import { hasGap } from "../../../visits/picture.ts";
import { fill } from "../../../words.ts";
import { here, said, select, words } from "./coverage-here.ts";

export const form = () => byId("give") as HTMLFormElement;

let attempt = newUuid();

const boxes = () => Array.from(byId("map").querySelectorAll<HTMLInputElement>("input"));

const chosen = () => boxes().flatMap(({ checked, value }) => (checked ? [value] : []));

export function count(): void {
  const n = chosen().length;
  byId("chosen").textContent = n > MOST_HOUSEHOLDS ? fill(words.most, { n: MOST_HOUSEHOLDS }) : fill(words.chosen, { n });
}

export function openGiving(): void {
  byId("map").addEventListener("change", count);
  byId("pick-gaps").onclick = () => {
    const gaps = new Set(
      here.shown
        .filter(hasGap)
        .slice(0, MOST_HOUSEHOLDS)
        .map(({ household }) => household),
    );
    for (const box of boxes()) box.checked = gaps.has(box.value);
    count();
  };
  byId("pick-none").onclick = () => {
    for (const box of boxes()) box.checked = false;
    count();
  };
  onSubmit(form(), words, async () => {
    clearNotice();
    const { visitor = "", until = "" } = typedIn(form());
    const households = chosen();
    const wrong = [
      ...(households.length === 0 ? [{ text: words.noHouseholds }] : []),
      ...(households.length > MOST_HOUSEHOLDS ? [{ text: fill(words.most, { n: MOST_HOUSEHOLDS }) }] : []),
      ...(visitor ? [] : [{ field: "visitor", text: words.noVisitor }]),
    ];
    showErrors(form(), wrong, words);
    if (wrong.length > 0) return;
    const body = { division: here.about!.division, village: here.about!.village, visitor, households, ...(until && { until }) };
    const answer = await call(giveList, { body, attemptKey: attempt });
    if (answer.is === "outage") return showUnread(answer.outage, words);
    attempt = newUuid();
    if (answer.is === "problem") return refused(answer.problem.findings, households, answer.type);
    for (const box of boxes()) box.checked = false;
    count();
    const name = select("visitor").selectedOptions[0]?.text ?? "";
    showNotice(fill(words.given, { list: answer.value.list, name, n: answer.value.households }), [words.givenText]);
    scrollTo(0, 0);
  });
}

function refused(
  findings: readonly { code: string; path: readonly string[] }[],
  households: readonly string[],
  type: string,
): void {
  const taken = findings.filter(({ code }) => code === "visit.given-already").map(({ path }) => households[Number(path[1])]);
  for (const box of boxes()) if (taken.includes(box.value)) box.checked = false;
  count();
  const texts = [
    ...(taken.length > 0 ? [fill(words.already, { n: taken.length })] : []),
    ...findings.filter(({ code }) => code !== "visit.given-already").map(({ code }) => said[code] ?? words["problem.refused"]),
  ];
  showErrors(
    form(),
    texts.length > 0 ? texts.map((text) => ({ text })) : [{ text: said[`problem.${type}`] ?? words["problem.refused"] }],
    words,
  );
}
