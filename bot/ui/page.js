// What a click in the conversation does: open a source, ask a suggestion, give a thumb, begin anew.
const open = new Map(); // turn of the page -> { source, cite } that stands open in it

const turnOf = (source) => source.slice(0, source.lastIndexOf('-'));

function show(source, cite) {
  const card = document.getElementById(source);
  if (!card) return null;
  card.open = true;
  const marks = [...card.querySelectorAll('mark[data-cites]')];
  marks.forEach((mark) => mark.classList.toggle('current', mark.dataset.cites.split(' ').includes(cite)));
  const current = marks.find((mark) => mark.classList.contains('current'));
  const link = card.querySelector('a.publisher');
  if (link && current && current.dataset.url) link.href = current.dataset.url;
  return { card, current };
}

function openSource(source, cite) {
  const shown = show(source, cite);
  if (!shown) return;
  open.set(turnOf(source), { source, cite });
  const passage = shown.card.querySelector('.passage');
  if (shown.current) {
    const mark = shown.current.getBoundingClientRect();
    const frame = passage.getBoundingClientRect();
    passage.scrollTop += mark.top - frame.top - passage.clientHeight / 3;
    if (mark.right > frame.right) passage.scrollLeft += mark.right - frame.right + 16;
  }
  shown.card.querySelector('summary').focus({ preventScroll: true });
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  shown.card.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
}

element.addEventListener('click', (event) => {
  const cite = event.target.closest('a.cite');
  const ask = event.target.closest('button[data-ask]');
  const thumb = event.target.closest('button[data-thumb]');
  if (cite) {
    event.preventDefault();
    openSource(cite.dataset.source, cite.dataset.cite);
  } else if (ask) {
    trigger('submit', { question: ask.dataset.ask });
  } else if (thumb) {
    trigger('like', { answer: thumb.dataset.answer, thumb: thumb.dataset.thumb });
  } else if (event.target.closest('button[data-anew]')) {
    sessionStorage.removeItem('footnote');
    open.clear();
    trigger('clear');
    document.querySelector('#line textarea').focus();
  }
});

element.addEventListener('toggle', (event) => {
  const card = event.target;
  if (!card.matches('details.source')) return;
  const turn = turnOf(card.id);
  if (card.open && open.get(turn)?.source !== card.id) open.set(turn, { source: card.id, cite: '' });
  if (!card.open && open.get(turn)?.source === card.id) open.delete(turn);
}, true);

// Says a whole answer to who does not see it. It stands outside of what each step renders anew.
const voice = document.createElement('div');
voice.className = 'unseen';
voice.setAttribute('role', 'status');
element.after(voice);

function say(article) {
  const body = article.querySelector('.body').cloneNode(true);
  body.querySelectorAll('svg, details, sup, .suggestions, .foot').forEach((part) => part.remove());
  voice.textContent = body.textContent;
}

function arrive(article) {
  article.scrollIntoView({ block: 'start' });
  const typing = document.activeElement.matches('#line textarea');
  const covered = matchMedia('(pointer: coarse)').matches; // by a keyboard on the screen
  if (!typing || covered) article.querySelector('.question').focus({ preventScroll: true });
}

// Every new step renders the conversation again: what stood open stays open, and a new question comes into view.
let turns = 0;
let said = 0;
watch('value', () => {
  open.forEach(({ source, cite }) => show(source, cite));
  const articles = [...element.querySelectorAll('article.turn')];
  const last = articles.at(-1);
  if (articles.length > turns) arrive(last);
  turns = articles.length;
  if (turns < said) said = 0;
  if (!last || !last.querySelector('.foot') || said === turns) return;
  said = turns;
  sessionStorage.setItem('footnote', last.dataset.conversation);
  say(last);
});
