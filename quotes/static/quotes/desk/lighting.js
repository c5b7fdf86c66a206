// Evidence lights up in the text while its chip is pointed at or has the focus.
let lit = [];

function light(event) {
  lit.forEach((one) => one.classList.remove("lit"));
  const chip = event.target.closest?.("[data-lights], [data-quote]");
  lit = chip ? [...document.getElementsByClassName(chip.dataset.lights ?? chip.dataset.quote)] : [];
  lit.forEach((one) => one.classList.add("lit"));
}

document.addEventListener("pointerover", light);
document.addEventListener("focusin", light);
