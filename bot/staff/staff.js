// What a click on the staff page does: another view, another selection, a form that is sent, a line that is copied.
const VIEW = 'overview';
const view = () => location.hash.slice(1) || VIEW;
const chosen = () => {
  const said = { view: view() };
  document.querySelectorAll('.filters select').forEach((select) => { said[select.name] = select.value; });
  return said;
};

let moved = false; // whether the reader went to another view, and wants to be where it begins
let again = 0;

function mark() { // where in the navigation one is
  document.querySelectorAll('#frame, #reports').forEach((part) => { part.dataset.view = view(); });
  document.querySelectorAll('nav a[data-view]').forEach((link) => {
    if (link.dataset.view !== view()) { link.removeAttribute('aria-current'); return; }
    link.setAttribute('aria-current', 'page');
    const nav = link.closest('nav');
    nav.scrollLeft = link.offsetLeft - nav.offsetLeft - 24; // where not all of it fits
  });
}

function show() {
  clearTimeout(again);
  mark();
  element.classList.add('busy');
  trigger('select', chosen());
  again = setTimeout(() => { if (element.querySelector('[data-again]')) show(); }, 2500);
}

window.addEventListener('hashchange', () => { moved = true; show(); });
document.addEventListener('change', (event) => {
  if (event.target.closest('.filters')) show();
});

element.addEventListener('submit', (event) => {
  const form = event.target.closest('form[data-do]');
  if (!form) return;
  event.preventDefault();
  const data = new FormData(form);
  const fields = Object.fromEntries([...data.keys()].map((name) => [name, data.get(name)]));
  fields.reports = data.getAll('reports');
  fields.licensed = data.has('licensed');
  if (form.dataset.do === 'make-key') delete fields.licensed;
  act(form.dataset.do, fields);
});

function act(what, fields) {
  element.classList.add('busy');
  acted = true;
  trigger('submit', { do: what, fields });
}
let acted = false;

element.addEventListener('click', async (event) => {
  const copy = event.target.closest('button[data-copy]');
  const end = event.target.closest('button[data-do]');
  const cite = event.target.closest('a.cite');
  if (copy) {
    try { await navigator.clipboard.writeText(copy.dataset.copy); copy.textContent = 'Copied'; } catch {
      const range = document.createRange(); // where the browser does not let us, it is marked for the reader to copy
      range.selectNodeContents(copy.previousElementSibling);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    }
  } else if (end && !end.classList.contains('sure')) {
    end.classList.add('sure');
    end.textContent = 'Revoke it for good';
  } else if (end) {
    act(end.dataset.do, { named: end.dataset.named });
  } else if (cite) {
    event.preventDefault();
    const card = document.getElementById(cite.dataset.source);
    if (!card) return;
    card.open = true;
    card.querySelectorAll('mark[data-cites]').forEach((mark) => {
      mark.classList.toggle('current', mark.dataset.cites.split(' ').includes(cite.dataset.cite));
    });
    card.querySelector('summary').focus({ preventScroll: true });
    card.scrollIntoView({ block: 'nearest' });
  }
});

watch('value', () => {
  element.classList.remove('busy');
  mark();
  const said = element.querySelector('.notice');
  if (acted && said) said.focus();
  else if (moved) {
    const head = element.querySelector('h1');
    if (head) head.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
  moved = false;
  acted = false;
  if (element.querySelector('[data-again]') && !again) again = setTimeout(show, 2500); // the page was opened so
});
