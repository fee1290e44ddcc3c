/* The editors' screens: saving while typing, adding a selection, pasting with layout, progress.
   Without this script everything works with buttons. */
const WAIT = 700;
const RETRY = 5000;

const cookie = (name) => document.cookie.split("; ").find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";
const csrfToken = () => cookie("__Host-csrftoken") || cookie("csrftoken"); // the former over https
const field = (name) => name.slice(name.lastIndexOf(".") + 1);
const isList = (name) => field(name) === "themes";
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

function post(url, body, options = {}) {
  return fetch(url, { method: "POST", body, headers: { "X-CSRFToken": csrfToken(), "X-Requested-With": "fetch" }, ...options });
}

/* The values of a form: text per name, a sorted list for themes. Screen-only fields are left out. */
function valuesOf(form) {
  const values = new Map();
  for (const control of form.elements) {
    if (!control.name?.includes(".") || ["other", "order"].includes(field(control.name))) continue;
    if (isList(control.name)) {
      const list = values.get(control.name) ?? [];
      if (control.checked) list.push(control.value);
      values.set(control.name, list.sort());
    } else if (control.type === "checkbox") {
      values.set(control.name, control.checked ? control.value : "skip");
    } else if (control.type !== "radio" || control.checked) {
      values.set(control.name, control.value);
    }
  }
  return values;
}

class Autosave {
  constructor(form) {
    this.form = form;
    this.version = form.elements.version;
    this.status = document.getElementById("bewaard");
    this.open = new Set();
    this.taken = new Set();
    this.saved = valuesOf(form);
    this.confirmed = {};
    this.was = make("input", { type: "hidden", name: "was", disabled: true });
    form.append(this.was);
    /* A conflict of an earlier visit: the page holds what I wrote, and what the other did. */
    for (const box of form.querySelectorAll("[name=theirs]")) {
      const theirs = JSON.parse(document.getElementById(`theirs-${box.value}`).textContent);
      this.box(box.value)?.querySelector(".rv-conflict")?.remove();
      this.ask({ name: box.value, theirs }, "Een ander");
    }
    /* Some controls of the form stand outside it. */
    document.addEventListener("input", (event) => { if (event.target.form === form) this.later(); });
    document.addEventListener("change", (event) => { if (event.target.form === form) this.later(event.target.matches("[type=text], textarea") ? WAIT : 0); });
    form.addEventListener("submit", () => { this.leaving = true; clearTimeout(this.timer); });
    addEventListener("pagehide", () => this.leave());
    addEventListener("pageshow", () => { this.leaving = false; });
    addEventListener("beforeunload", (event) => { if (this.failed && !this.leaving && this.changes().length) event.preventDefault(); });
    for (const moment of ["focus", "online"]) addEventListener(moment, () => { if (this.failed) this.later(0); });
  }

  changes() {
    return [...valuesOf(this.form)].filter(([name, value]) => !this.open.has(name) && !same(value, this.saved.get(name)));
  }

  say(text, kind = "") {
    this.status.className = `rv-bar__status ${kind}`;
    this.status.textContent = text;
  }

  later(wait = WAIT) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  data(changes) {
    const data = new FormData();
    data.append("version", this.version.value);
    const was = {};
    for (const [name, value] of changes) {
      was[name] = this.saved.get(name) ?? (isList(name) ? [] : "");
      if (!Array.isArray(value)) data.append(name, value);
      else if (value.length) value.forEach((one) => data.append(name, one));
      else data.append("empty", name);
    }
    data.append("was", JSON.stringify(was));
    this.given = [...this.taken];
    for (const name of this.given) data.append("theirs", name);
    return data;
  }

  async save() {
    if (this.busy) { this.again = true; return; }
    const changes = this.changes();
    if (!(changes.length || this.taken.size) || this.leaving) return;
    this.busy = true;
    if (!this.failed) this.say("Bewaren …");
    try {
      await this.answer(await post(this.form.dataset.autosave, this.data(changes)), changes);
    } catch {
      this.fail("Je werk is nog niet bewaard: er is geen verbinding. We proberen het steeds opnieuw.");
    } finally {
      this.busy = false;
      if (this.again) { this.again = false; this.later(0); }
    }
  }

  async answer(response, changes) {
    if (response.status === 204) return this.done(response.headers.get("X-Draft-Version"), changes);
    const body = response.headers.get("Content-Type")?.includes("json") ? await response.json() : {};
    if (response.status === 409) return this.merge(body, changes);
    this.fail(body.message ?? "Bewaren lukte niet. Je werk staat nog hier; we proberen het steeds opnieuw.");
    if (body.login) this.status.append(" ", make("a", { href: body.login, target: "_blank", rel: "noopener", textContent: "Log in (nieuw tabblad)" }));
  }

  done(version, changes) {
    this.version.value = version;
    for (const name of this.given ?? []) this.taken.delete(name);
    for (const [name, value] of changes) { this.saved.set(name, value); this.confirmed[name] = value; }
    this.was.value = JSON.stringify(this.confirmed);
    this.was.disabled = false;
    this.failed = false;
    const now = new Date().toLocaleTimeString("nl", { hour: "2-digit", minute: "2-digit" });
    if (!this.open.size) this.say(`Bewaard om ${now}.`);
    this.refresh(changes);
  }

  /* Another kind has other fields, and another choice of write-up other proposals: show them. */
  refresh(changes) {
    const telling = changes.find(([name]) => field(name) === "kind" || name === "d.target");
    if (!telling) return;
    const card = this.controls(telling[0])[0]?.closest(".rv-card");
    this.leaving = true;
    history.replaceState(null, "", card ? `#${card.id}` : location.pathname);
    location.reload();
  }

  fail(message) {
    this.failed = true;
    if (!this.status.textContent.startsWith(message)) this.say(message, "is-wrong");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), RETRY);
  }

  /* Somebody else saved: what both changed is asked about, what they changed alone is shown. */
  async merge(body, changes) {
    const asked = new Set(body.conflicts.map((one) => one.name));
    this.done(body.version, changes.filter(([name]) => !asked.has(name)));
    body.conflicts.forEach((one) => this.ask(one, body.by));
    this.say(asked.size ? `${body.by} wijzigde hetzelfde als jij. Kies bij elk gemarkeerd veld.` : body.message, "is-shared");
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    const theirs = page.getElementById(this.form.id);
    if (theirs) this.show(valuesOf(theirs), body.by);
  }

  show(theirs, by) {
    const mine = valuesOf(this.form);
    for (const [name, value] of theirs) {
      const saved = this.saved.get(name);
      if (this.open.has(name) || saved === undefined || same(value, saved) || !same(mine.get(name), saved)) continue;
      this.put(name, value);
      this.saved.set(name, value);
      const box = this.box(name);
      box?.querySelector(".rv-theirs")?.remove();
      box?.append(make("p", { className: "rv-theirs", textContent: `Gewijzigd door: ${by}` }));
    }
  }

  controls(name) {
    return [...this.form.elements].filter((one) => one.name === name);
  }

  box(name) {
    return this.controls(name)[0]?.closest(".rv-field, .rv-card, .rv-earlier");
  }

  put(name, value) {
    for (const control of this.controls(name)) {
      if (control.type === "checkbox") control.checked = value.includes(control.value);
      else if (control.type === "radio") control.checked = control.value === value;
      else control.value = value;
    }
  }

  ask({ name, theirs }, by) {
    this.open.add(name);
    const note = make("div", { className: "rv-conflict" });
    const shown = Array.isArray(theirs) ? theirs.join(", ") : theirs;
    const choose = (label, act) => {
      const button = make("button", { type: "button", className: "kb-button kb-button--subtle", textContent: label });
      button.addEventListener("click", () => {
        act();
        this.saved.set(name, theirs);
        this.open.delete(name);
        note.remove();
        this.controls(name)[0]?.focus();
        if (!this.open.size) this.say("Alles is bewaard.");
        this.later(0);
      });
      return button;
    };
    note.append(
      make("p", { textContent: `${by} schreef: ${shown || "(leeg)"}` }),
      choose("Neem dat over", () => { this.put(name, theirs); this.taken.add(name); }),
      choose("Houd wat ik schreef", () => {}),
    );
    this.box(name)?.append(note);
  }

  /* The last words before the page goes. */
  leave() {
    const changes = this.changes();
    if (!this.leaving && (changes.length || this.taken.size)) post(this.form.dataset.autosave, this.data(changes), { keepalive: true }).catch(() => {});
  }
}

/* Adding a selected passage: offsets count characters of the source, as the server does. */
class Selection {
  constructor(text, form) {
    this.text = text;
    this.form = form;
    this.tools = document.getElementById("selectie");
    document.addEventListener("selectionchange", () => this.look());
    this.tools.addEventListener("pointerdown", (event) => event.preventDefault());
    for (const button of this.tools.querySelectorAll("[data-add]")) button.addEventListener("click", () => this.add(button.dataset.add));
  }

  look() {
    const selection = getSelection();
    if (!selection.rangeCount || this.tools.contains(document.activeElement)) return;
    const range = selection.getRangeAt(0);
    const inside = this.text.contains(range.startContainer) && this.text.contains(range.endContainer);
    this.range = inside && !range.collapsed ? range.cloneRange() : null;
    this.tools.hidden = !this.range;
  }

  count(container, offset) {
    const before = document.createRange();
    before.selectNodeContents(this.text);
    before.setEnd(container, offset);
    const part = before.cloneContents();
    part.querySelectorAll(".rv-number").forEach((one) => one.remove());
    return [...part.textContent].length + Number(this.text.dataset.start);
  }

  add(kind) {
    if (!this.range) return;
    document.getElementById("id_add_start").value = this.count(this.range.startContainer, this.range.startOffset);
    document.getElementById("id_add_end").value = this.count(this.range.endContainer, this.range.endOffset);
    document.getElementById("id_add_kind").value = kind;
    this.form.requestSubmit(document.getElementById("voeg-toe"));
  }
}

/* From a quote without its speaker to the form for a new one, which then knows the quote. */
function offerSpeaker(form) {
  for (const link of form.querySelectorAll("[data-speaks]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      document.getElementById("spreker-toevoegen").open = true;
      form.elements.person_speaks.value = link.dataset.speaks;
      form.elements.person_name.scrollIntoView({ block: "center" });
      form.elements.person_name.focus({ preventScroll: true });
    });
  }
}

/* Light up in the source what stands in the card that is worked on. */
function follow(form) {
  const pane = document.getElementById("bron");
  form.addEventListener("focusin", (event) => {
    pane.querySelector(".is-here")?.classList.remove("is-here");
    const number = event.target.closest(".rv-card")?.id.slice(1);
    const here = number && document.getElementById(`s${number}`);
    if (!here) return;
    here.classList.add("is-here");
    const place = here.getBoundingClientRect(), seen = pane.getBoundingClientRect();
    if (place.top < seen.top || place.bottom > seen.bottom) pane.scrollTop += place.top - seen.top - seen.height / 3;
  });
}

/* Paste with its headings and lists, as the text that will be imported; show how far a file is. */
class Start {
  constructor(form) {
    this.form = form;
    this.text = form.elements.text;
    this.note = document.getElementById("plakmelding");
    this.box = form.querySelector(".rv-progress");
    this.button = form.querySelector("[type=submit]");
    this.text.addEventListener("paste", (event) => this.paste(event));
    form.addEventListener("submit", (event) => this.send(event));
  }

  async paste(event) {
    const html = event.clipboardData.getData("text/html");
    const plain = event.clipboardData.getData("text/plain");
    if (!html) return;
    event.preventDefault();
    this.note.textContent = "De opmaak wordt gelezen …";
    const data = new FormData();
    data.append("html", new Blob([html], { type: "text/html" }), "geplakt.html");
    let words = plain, told = "Geplakt, zonder opmaak.";
    try {
      const response = await post(this.form.dataset.convert, data);
      if (response.ok) { words = (await response.json()).text; told = "Geplakt, met koppen en lijsten."; }
    } catch { /* the plain words are there */ }
    this.text.setRangeText(words, this.text.selectionStart, this.text.selectionEnd, "end");
    this.note.textContent = told;
  }

  send(event) {
    event.preventDefault();
    const data = new FormData(this.form);
    if (!data.get("file")?.name && this.text.value.trim()) {
      data.delete("text");
      data.set("file", new Blob([this.text.value]), "geplakt.txt");
    }
    const bar = this.box.querySelector("progress"), label = document.getElementById("voortgang-tekst");
    this.box.hidden = false;
    this.button.disabled = true;
    label.textContent = "Versturen …";
    const request = new XMLHttpRequest();
    request.open("POST", this.form.action);
    request.setRequestHeader("X-CSRFToken", csrfToken());
    request.setRequestHeader("X-Requested-With", "fetch");
    request.upload.addEventListener("progress", (step) => { bar.value = 100 * step.loaded / step.total; });
    request.upload.addEventListener("load", () => { bar.removeAttribute("value"); label.textContent = "We lezen de tekst en zoeken erin …"; });
    request.addEventListener("error", () => this.stop(["Er is geen verbinding. Je tekst staat nog hier; probeer het opnieuw."]));
    request.addEventListener("load", () => this.answer(request.responseText));
    request.send(data);
  }

  answer(text) {
    let body = {};
    try { body = JSON.parse(text); } catch { /* not ours: told below */ }
    if (body.url) location.assign(body.url);
    else this.stop(body.errors ?? [body.message ?? "Dat lukte niet. Je tekst staat nog hier; probeer het opnieuw."], body.login);
  }

  stop(messages, login) {
    this.box.hidden = true;
    this.button.disabled = false;
    document.getElementById("fouten")?.remove();
    const box = make("div", { id: "fouten", className: "kb-alert kb-alert--error rv-summary", tabIndex: -1 });
    box.setAttribute("role", "alert");
    const list = make("ul", {});
    for (const message of messages) {
      const link = make("a", { href: login ?? "#id_text", textContent: message });
      if (login) Object.assign(link, { target: "_blank", rel: "noopener" });
      const line = make("li", {});
      line.append(link);
      list.append(line);
    }
    box.append(list);
    this.form.before(box);
    box.focus();
  }
}

const nakijken = document.getElementById("nakijken");
if (nakijken) {
  new Autosave(nakijken);
  new Selection(document.getElementById("bron"), nakijken);
  follow(nakijken);
  offerSpeaker(nakijken);
}
const nieuw = document.querySelector("[data-new]");
if (nieuw) new Start(nieuw);
document.querySelector("[data-focus]")?.focus();
