/* Turns ‘Bewaar’ links into switches, and keeps the set in this browser only. */
"use strict";
{
  const read = () => { try { return JSON.parse(localStorage.kept || "[]"); } catch { return []; } };
  const nav = document.querySelector(".kb-nav__list");
  const item = document.createElement("li");
  const say = (text) => {
    document.getElementById("melding").textContent = text;
    if (text) setTimeout(say, 4000, "");
  };
  const show = () => {
    const kept = read();
    item.className = "kb-nav__item";
    item.innerHTML = '<a class="kb-nav__link"></a>';
    item.firstChild.href = "/kaarten/?" + kept.map((key) => "k=" + key).join("&");
    item.firstChild.textContent = `Bewaard (${kept.length})`;
    if (kept.length) nav.append(item); else item.remove();
    for (const link of document.querySelectorAll("[data-keep]")) {
      const on = kept.includes(link.dataset.keep);
      link.setAttribute("role", "button");
      link.setAttribute("aria-pressed", on);
      link.firstChild.data = on ? "Bewaard" : "Bewaar";
    }
  };
  const toggle = (event) => {
    const link = event.target.closest("[data-keep], [data-unkeep]");
    if (!link || (event.type === "keydown" && event.key !== " ")) return;
    const { keep, unkeep } = link.dataset;
    let kept = read();
    if (keep) {
      event.preventDefault();
      kept = kept.includes(keep) ? kept.filter((key) => key !== keep) : [...kept, keep].slice(-60);
      say(kept.includes(keep) ? `Bewaard. Je hebt er ${kept.length}.` : "Niet meer bewaard.");
    } else kept = unkeep === "*" ? [] : kept.filter((key) => key !== unkeep);
    try { localStorage.kept = JSON.stringify(kept); } catch { return; }
    show();
  };
  document.addEventListener("click", toggle);
  document.addEventListener("keydown", toggle);
  show();
}
