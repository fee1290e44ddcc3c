/* What the buttons by quotes and items do: copy with the source, and keep for later. */
/* Copying. Without this script the buttons stay hidden. */
function withSource(element) {
  const words = (part, between) => part.innerText.trim().split(/\s*\n\s*/).join(between);
  const quote = element.querySelector("blockquote");
  const caption = element.querySelector("figcaption");
  if (!quote || !caption) return element.innerText.trim();
  const link = element.parentElement.querySelector(".kb-quote__link");
  return `‘${words(quote, " ")}’ – ${words(caption, ", ")}${link ? ` (${link.href})` : ""}`;
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  const way = button.closest(".kb-deel__ways > li") || button;
  way.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const status = document.getElementById("melding");
    try {
      await navigator.clipboard.writeText(withSource(document.getElementById(button.dataset.copy)));
      status.textContent = "Gekopieerd.";
    } catch {
      status.textContent = "Kopiëren lukte niet. Selecteer de tekst en kopieer die zelf.";
    }
    setTimeout(() => { status.textContent = ""; }, 4000);
  });
}

/* Whether a reader wants to see what was drawn from texts stays in this browser. */
for (const box of document.querySelectorAll("[data-marks]")) {
  try { box.checked = localStorage.marks === "1"; } catch { /* each page starts plain */ }
  box.addEventListener("change", () => {
    try { localStorage.marks = box.checked ? "1" : ""; } catch { /* for this page only */ }
  });
}

/* The share sheet of the system, where there is one. */
for (const button of document.querySelectorAll("[data-share]")) {
  button.parentElement.hidden = !navigator.share;
  button.addEventListener("click", () => {
    const url = document.getElementById("deel-adres").textContent;
    navigator.share({ title: document.title, url }).catch(() => { /* the visitor changed their mind */ });
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

/* ‘Meer’ closes with Escape and with a click or focus elsewhere. */
{
  const more = document.querySelector(".kb-nav__more");
  const close = (event) => {
    if (more?.open && !more.contains(event.target)) more.open = false;
  };
  document.addEventListener("click", close);
  document.addEventListener("focusin", close);
  more?.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !more.open) return;
    more.open = false;
    more.firstElementChild.focus();
    event.preventDefault();
  });
}

/* On paper everything is open, also in browsers that can't do so in a style sheet. */
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("main details:not([open])")) {
    fold.open = true;
    addEventListener("afterprint", () => { fold.open = false; }, { once: true });
  }
});

/* Keeping: turns ‘Bewaar’ links into switches; the set stays in this browser. */
{
  const read = () => {
    try { return [].concat(JSON.parse(localStorage.kept || "[]")); } catch { return []; }
  };
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
  /* Everything of a page at once, where there is more than one thing to keep. */
  const all = document.createElement("button");
  const onPage = [...new Set([...document.querySelectorAll("main [data-keep], main [data-item]")]
    .map((one) => one.dataset.keep || one.dataset.item))];
  const place = document.querySelector("main h2#resultaten, main .kb-title-actions");
  if (onPage.length > 1 && place) {
    all.className = "kb-button kb-button--text kb-no-print";
    all.type = "button";
    all.textContent = "Alles op deze pagina bewaren";
    if (place.matches("h2")) place.after(all); else place.append(all);
    all.addEventListener("click", () => {
      const kept = [...new Set([...read(), ...onPage])].slice(-60);
      try { localStorage.kept = JSON.stringify(kept); } catch { return; }
      say(`Bewaard. Je hebt er ${kept.length}.`);
      show();
    });
  }
  const toggle = (event) => {
    const link = event.target.closest("[data-keep], [data-unkeep]");
    if (!link || (event.type === "keydown" && event.key !== " ")) return;
    const { keep, unkeep } = link.dataset;
    const kept = read().filter((key) => key !== (keep || unkeep) && unkeep !== "*");
    if (keep && !read().includes(keep)) kept.push(keep);
    try { localStorage.kept = JSON.stringify(kept.slice(-60)); } catch { return; }
    if (keep) {
      event.preventDefault();
      say(kept.includes(keep) ? `Bewaard. Je hebt er ${read().length}.` : "Niet meer bewaard.");
    }
    show();
  };
  document.addEventListener("click", toggle);
  document.addEventListener("keydown", toggle);
  show();
}
