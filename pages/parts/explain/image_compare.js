/* Moves the line between two pictures to where the range input stands. Text from outside becomes text nodes only. */
export default function ({ data, parentElement }) {
  const find = (selector) => parentElement.querySelector(selector);
  const frame = find(".frame");
  const slider = find("input");
  const [left, right] = data.labels;

  find(".before img").src = data.before;
  find(".after img").src = data.after;
  find(".before .label").textContent = left;
  find(".after .label").textContent = right;
  find(".pictures").setAttribute("aria-label", data.alt);
  slider.setAttribute("aria-label", `Line between ${left} and ${right}`);
  frame.style.setProperty("--ratio", data.ratio);

  const show = () => {
    const share = Math.round(slider.value);
    frame.style.setProperty("--at", `${slider.value}%`);
    slider.setAttribute("aria-valuetext", `${left} on the left ${share} %, ${right} on the right ${100 - share} %`);
  };
  slider.oninput = show; /* not addEventListener: Streamlit calls this function again whenever the data change */
  show();
}
