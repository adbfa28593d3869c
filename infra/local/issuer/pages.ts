// The pages of the local issuer: who are you, and the code that would be on your phone. No script, nothing from elsewhere.
import type { DemoStaff } from "./people.ts";

const frame = (body: string) => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>本机身份服务 · Local issuer</title>
<style>:root{color-scheme:light dark}body{font:1.0625rem/1.6 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem;line-height:1.35}button,input{font:inherit;min-height:2.75rem;padding:.4rem 1rem}ul{list-style:none;padding:0}li{margin:0 0 .5rem}
li button{width:100%;text-align:start;cursor:pointer}small{display:block}output{font-weight:700;letter-spacing:.2em}
input{font-size:1.25rem;letter-spacing:.2em;width:9em}p.no{font-weight:700}</style>
${body}</html>`;

export const whoPage = (people: readonly DemoStaff[]): string =>
  frame(`<h1>您是哪一位？ <span lang="en">Who are you?</span></h1>
<p>这是本机的身份服务，代替单位的统一登录，人物都是虚构的。<span lang="en">It stands for the agency's own sign-in; the people are invented.</span></p>
<form method="post"><ul>${people
    .map(
      ({ subject, name, workNumber, about }) =>
        `<li><button name="person" value="${subject}">${name}${workNumber && ` · ${workNumber}`}<small>${about}</small></button></li>`,
    )
    .join("")}</ul></form>`);

export const codePage = (code: string, wrong: boolean): string =>
  frame(`<h1>一次性验证码 <span lang="en">One-time code</span></h1>
${wrong ? '<p class="no">不对，请再填一次。<span lang="en">That is not the code. Please try again.</span></p>' : ""}
<p>平时它在您的手机上；本机没有手机，所以写在这里：<output id="shown">${code}</output>
<span lang="en">Usually it is on your phone; there is none here, so this is it.</span></p>
<form method="post"><p><label for="code">验证码 <span lang="en">Code</span></label> <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" required autofocus></p>
<p><button>登录 <span lang="en">Sign in</span></button></p></form>`);

export const lostPage = (): string =>
  frame(`<h1>请从头再来 <span lang="en">Please start again</span></h1>
<p>这次登录已经过期。请回到参保通，重新登录。<span lang="en">This sign-in has expired. Go back to Canbaotong and sign in again.</span></p>`);
