import type { Outgoing } from "../outbox.ts";

/** The messages that would have gone out, newest first, renewed every few seconds. */
export const outboxPage = (messages: readonly Outgoing[]) => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="5">
<title>发件箱 · Outbox</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
li{margin:0 0 1.25rem}time,b{margin-right:.75rem}</style>
<h1>发件箱 <span lang="en">Outbox</span></h1>
<p>本机不发短信，本应发出的消息在这里。<span lang="en">Nothing leaves this machine: what would have been sent is here.</span></p>
<ol reversed>${messages
  .toReversed()
  .map(({ to, text, at }) => `<li><b>${escaped(to)}</b><time>${escaped(at)}</time><br>${escaped(text)}</li>`)
  .join("")}</ol></html>`;

const escaped = (text: string) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
