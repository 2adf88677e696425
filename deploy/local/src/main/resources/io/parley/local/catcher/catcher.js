// Looks for new messages; what is being read stays as it is.
const EVERY_MS = 2000;
const chosen = new URLSearchParams(location.search).has("message");
const key = (root) => root.querySelector("#list a")?.getAttribute("href") ?? "";

async function refresh() {
  if (document.hidden) return;
  const answer = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (key(fresh) === key(document)) return;
  const parts = chosen ? ["#list"] : ["#list", "#shown"];
  for (const part of parts) document.querySelector(part).replaceWith(fresh.querySelector(part));
}

setInterval(() => refresh().catch(() => {}), EVERY_MS);

document.querySelector("#clear").addEventListener("click", async () => {
  if (!confirm("Delete all mails and texts?")) return;
  await fetch("/api/messages", { method: "DELETE" });
  location.href = "/";
});
