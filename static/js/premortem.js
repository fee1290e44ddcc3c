/* The pre-mortem keeps itself: in this browser, and in the address behind the #, which no server
   gets to see. Forms go out with fetch, and their answer takes the place of the page. */
{
  const main = document.getElementById("inhoud");
  const form = () => main.querySelector("form[data-state]");
  const SIZE = 5;
  let start = 0;

  const keep = (state) => {
    history.replaceState(null, "", `/premortem/#${state}`);
    try { localStorage.premortem = state; } catch { /* it still stands in the address */ }
    const address = document.getElementById("adres");
    if (address) address.textContent = location.href;
  };

  /* The fields of the form as the server writes them: the answers of a pattern in one word. */
  const read = () => {
    const data = new FormData(form()), state = new URLSearchParams(), own = {};
    for (const [name, value] of data) {
      const [, slug, place] = name.match(/^([\w-]+)\.(\d+)$/) || [];
      if (slug) own[slug] = (own[slug] || "") + place + value;
      else if (value) state.append(name, value);
    }
    for (const slug in own) state.append(data.get("fase"), `${slug}.${own[slug]}`);
    if (main.querySelector(".kb-checks")) state.append("stap", "vragen");
    return state.toString().replaceAll("%3A", ":");
  };

  const show = (first) => {
    const patterns = [...main.querySelectorAll(".kb-checks")];
    if (patterns.length <= SIZE) return;
    start = first;
    const last = Math.min(start + SIZE, patterns.length);
    patterns.forEach((one, at) => {
      one.classList.toggle("kb-checks--later", at < start || at >= last);
    });
    main.querySelector(".kb-steps").hidden = false;
    main.querySelector("progress").value = last;
    document.getElementById("voortgang").textContent =
      `Patroon ${start + 1} tot en met ${last} van ${patterns.length}`;
    main.querySelector("[data-step='-5']").hidden = start === 0;
    main.querySelector("[data-step='5']").hidden = last === patterns.length;
  };

  const reveal = (id) => {
    const target = id && document.getElementById(id);
    if (!target) return;
    const at = [...main.querySelectorAll(".kb-checks")].indexOf(target);
    if (at >= 0) show(at - at % SIZE);
    target.setAttribute("tabindex", "-1");
    target.focus();
    target.scrollIntoView();
  };

  const fill = async (body, target) => {
    const answer = await fetch("/premortem/", { method: "POST", body });
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.title = page.title;
    main.replaceChildren(...page.getElementById("inhoud").childNodes);
    main.querySelectorAll("button[data-copy]").forEach((one) => { one.hidden = !navigator.clipboard; });
    show(0);
    if (form()) keep(form().dataset.state);
    if (target) reveal(target);
  };

  const open = (state, target) => fill(new URLSearchParams(state), target).catch(() => {
    document.getElementById("melding").textContent = "Dat lukte niet. Je antwoorden staan nog in het adres.";
  });

  document.addEventListener("input", (event) => {
    if (form()?.contains(event.target)) keep(read());
  });
  document.addEventListener("submit", (event) => {
    if (event.target !== form()) return;
    event.preventDefault();
    const { submitter } = event;
    const body = new URLSearchParams(read());
    body.delete("stap");
    body.append(submitter?.name || "stap", submitter?.value || "uitslag");
    history.pushState(null, "", `/premortem/#${body}`);
    open(body, submitter?.value === "uitslag" ? "uitslag" : "vragen");
  });
  document.addEventListener("click", (event) => {
    const step = event.target.closest("[data-step]");
    if (step) {
      show(start + Number(step.dataset.step));
      document.getElementById("voortgang").focus();
    }
    if (event.target.closest("[data-forget]")) {
      try { localStorage.removeItem("premortem"); } catch { /* nothing was kept */ }
    }
    const link = event.target.closest("main a[href^='#']");
    if (link && form()) {
      event.preventDefault();
      reveal(link.hash.slice(1));
    }
  });
  addEventListener("popstate", () => {
    if (location.hash.includes("fase=")) open(location.hash.slice(1));
  });

  let kept = "";
  try { kept = localStorage.premortem || ""; } catch { /* nothing is kept */ }
  const asked = location.hash.slice(1);
  if (asked.includes("fase=")) {
    open(asked);
  } else if (!form()) {
    const more = document.getElementById("verder");
    if (kept && more) {
      const name = new URLSearchParams(kept).get("naam");
      more.hidden = false;
      more.firstElementChild.textContent = name ? `Je was al bezig met ‘${name}’.` : "Je was al bezig.";
      more.lastElementChild.href = `/premortem/#${kept}`;
      more.lastElementChild.addEventListener("click", (event) => {
        event.preventDefault();
        history.pushState(null, "", `/premortem/#${kept}`);
        open(kept);
      });
    }
  } else {
    show(0);
    const state = new URLSearchParams(kept);
    const phase = form().elements.fase.value;
    if (kept && form().dataset.state === `fase=${phase}&stap=vragen`) {
      state.set("fase", phase);
      state.set("stap", "vragen");
      open(state, asked);
    } else {
      if (form().dataset.state.split("&").length > 2) keep(form().dataset.state);
      reveal(asked);
    }
  }
}
