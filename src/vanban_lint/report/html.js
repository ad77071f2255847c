"use strict";
// Filters, and the way from a finding to its words and back. The page is whole without this script.
const $ = (id) => document.getElementById(id);
$("counts").append($("summary"));
const levels = [...document.querySelectorAll(".level")];

function shown(card) {
  const words = $("search").value.trim().toLowerCase();
  return levels.some((box) => box.checked && card.classList.contains(box.value))
    && card.dataset.rule.startsWith($("rule").value.trim().toUpperCase())
    && card.textContent.toLowerCase().includes(words);
}

function refresh() {
  let visible = 0;
  let all = 0;
  for (const section of document.querySelectorAll(".document")) {
    const kept = new Set();
    for (const card of section.querySelectorAll(".finding")) {
      card.hidden = !shown(card);
      all += 1;
      if (!card.hidden) { visible += 1; kept.add(card.dataset.n); }
    }
    for (const mark of section.querySelectorAll("mark")) {
      mark.classList.toggle("off", !mark.dataset.n.split(" ").some((n) => kept.has(n)));
    }
  }
  $("shown").textContent = $("shown").dataset.of.replace("{n}", visible).replace("{all}", all);
}

function light(section, numbers, target) {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const card of section.querySelectorAll(".finding")) card.classList.toggle("lit", numbers.includes(card.dataset.n));
  for (const mark of section.querySelectorAll("mark")) {
    mark.classList.toggle("lit", mark.dataset.n.split(" ").some((n) => numbers.includes(n)));
  }
  section.querySelector(target)?.scrollIntoView({ block: "center", behavior: "smooth" });
}

function follow(event) {
  const section = event.target.closest(".document");
  const card = event.target.closest(".finding");
  const mark = event.target.closest("mark");
  if (card) light(section, [card.dataset.n], "mark.lit");
  else if (mark && !mark.classList.contains("off")) light(section, mark.dataset.n.split(" "), ".finding.lit");
}

document.addEventListener("click", follow);
document.addEventListener("keydown", (event) => { if (event.key === "Enter") follow(event); });
$("filters").addEventListener("input", refresh);
$("filters").addEventListener("submit", (event) => event.preventDefault());
refresh();
