// Words that the scripts of journey pages say: outages, the end of a session; on pages with a form also problems and errors.
import type { ProblemType } from "../../shared/kernel/answers.ts";
import { both } from "./both.ts";

const zh = {
  readOutage: "我们现在读不到登记库",
  readOutageText: "是我们的系统出了问题。这不表示您没有参保，您的记录和待遇都不受影响。",
  offline: "现在没有网络",
  tryAfter: "请在{time}以后再试。着急请打12333。",
  tryAgain: "请过一会儿再试。着急请打12333。",
  idleTitle: "您还在吗？",
  idleText: "已经{idle}分钟没有动。再过{left}分钟会自动退出。您填的会留着。",
  idleStay: "我还在",
};

/** What every journey page's script may say. */
export type KitWords = Record<keyof typeof zh, string>;

export const kit = both(zh, {
  readOutage: "We cannot read the register now",
  readOutageText:
    "This is a fault of our system. It does not mean that you are not insured. Your record and your benefits are not affected.",
  offline: "There is no network",
  tryAfter: "Please try again after {time}. If it is urgent, call 12333.",
  tryAgain: "Please try again in a little while. If it is urgent, call 12333.",
  idleTitle: "Are you still there?",
  idleText:
    "Nothing has happened for {idle} minutes. In {left} minutes you will be signed out, to be safe. What you typed is kept.",
  idleStay: "I am here",
});

/** Outages have words of their own (web/notice.ts); the others our own pages never meet, or only those for staff. */
type Unsaid = "unexpected" | "unavailable" | "foreign-origin" | "wrong-method" | "wrong-content-type" | "not-your-role";

/** Every other problem, and a field that was not understood, whatever field it is; slices have better words for theirs. */
type Refusals = Record<`problem.${Exclude<ProblemType, Unsaid>}` | "field.malformed", string>;

const formZh = {
  "problem.malformed": "有些内容我们没看懂，请检查后再提交",
  "problem.signed-out": "登录已经结束，请重新登录。您填的都还在",
  "problem.not-this-session": "这件事要再核对一次身份才能办。请打12333，或者去社区社保服务所",
  "problem.not-found": "没有找到",
  "problem.attempt-reused": "这张表之前已经收到过，和这次填的不一样",
  "problem.conflict": "刚刚有别的改动，请刷新看看再提交",
  "problem.too-large": "内容太多，请写短一些",
  "problem.refused": "现在不能这样办。不清楚为什么，请打12333",
  "problem.wait": "请等一会儿再试",
  "problem.busy": "现在人多，请等一会儿再试",
  "field.malformed": "请检查这一项，我们没看懂",
  "attempt.key-malformed": "页面太旧了，请刷新后再试",
  errorsTitle: "有{n}处要改",
  errorsInTitle: "有{n}处要改：",
  sending: "正在提交…",
  sendOutage: "没有送到",
  sendOutageText: "是我们的系统出了问题。您填的都还在，再按一次就行，不会办两遍。",
  offlineText: "您填的都还在。有网了再试一次，不会办两遍。",
  slow: "网络太慢，还没有回音",
  lost: "连接断了",
  unsure: "不知道收到没有。您填的都还在，再按一次就行，不会办两遍。",
  waitTitle: "请等{minutes}分钟再试",
} satisfies Refusals & Record<string, string>;

/** What the script of a page with a form may say besides. */
export type FormWords = KitWords & Record<keyof typeof formZh, string>;

export const formKit = both(formZh, {
  "problem.malformed": "We did not understand some of this. Check it and send it again",
  "problem.signed-out": "You have been signed out. Sign in again: what you typed is still there",
  "problem.not-this-session": "For this we need to check once more who you are. Call 12333 or go to your community desk",
  "problem.not-found": "Not found",
  "problem.attempt-reused": "We received this form before, with other content",
  "problem.conflict": "Something else has just changed. Reload, look, and send it again",
  "problem.too-large": "This is too long. Please shorten it",
  "problem.refused": "This is not possible now. If it is not clear why, call 12333",
  "problem.wait": "Please wait a little before you try again",
  "problem.busy": "Many people are here now. Please try again in a little while",
  "field.malformed": "Please check this: we did not understand it",
  "attempt.key-malformed": "This page is out of date. Reload it and try again",
  errorsTitle: "{n} thing to fix|{n} things to fix",
  errorsInTitle: "{n} thing to fix: |{n} things to fix: ",
  sending: "Sending…",
  sendOutage: "It did not arrive",
  sendOutageText: "This is a fault of our system. What you typed is still there. Press again: it will not be done twice.",
  offlineText: "What you typed is still there. Try again when you are online: it will not be done twice.",
  slow: "The network is slow and there is no answer yet",
  lost: "The connection was lost",
  unsure: "We do not know whether it arrived. What you typed is still there. Press again: it will not be done twice.",
  waitTitle: "Please wait {minutes} minute|Please wait {minutes} minutes",
});

/** What only a page behind the sign-in can have to say: the others do not carry it. */
export const insideWords: readonly string[] = [
  "readOutage",
  "readOutageText",
  "idleTitle",
  "idleText",
  "idleStay",
  "problem.signed-out",
  "problem.not-this-session",
  "problem.not-found",
  "problem.attempt-reused",
  "problem.conflict",
  "attempt.key-malformed",
] satisfies (keyof FormWords)[];
