// The form that hands a visitor to a person.

import { type Form, Trouble } from './client';
import { type Attributes, h, put, safe } from './dom';
import type { Desk } from './turn';

/** What a lead is about. */
export interface Occasion {
  report: string | null;
  conversation: string | null;
  question: string | null;
}

export interface Stored {
  id: string;
  received_at: string;
}

interface Field {
  row: HTMLElement;
  input: HTMLInputElement | HTMLTextAreaElement;
  complain(words: string): void;
}

/** A field of the form with its label and a place for a complaint. */
function field(name: string, label: string, optional: string, attributes: Attributes): Field {
  const why = h('p.complaint', { id: `${name}-why` });
  const input = h(attributes.rows ? 'textarea' : 'input', {
    id: name,
    name,
    'aria-describedby': why.id,
    ...attributes,
  });
  const complain = (words: string) => {
    why.textContent = words;
    input.ariaInvalid = String(!!words);
  };
  input.addEventListener('input', () => complain(''));
  const title = h('label', { for: name }, label, optional && h('span.faded', {}, ` (${optional})`));
  return { row: h('div.field', {}, title, input, why), input, complain };
}

/** The form, or words on why there is none. `sent` is told the lead once the bot has stored it. */
export async function contactForm(
  desk: Desk,
  base: string,
  occasion: Occasion,
  sent: (lead: Stored) => void,
): Promise<HTMLElement> {
  const { client, language, texts, explain } = desk;
  let form: Form;
  try {
    form = await client.form(language);
  } catch (trouble) {
    const gone = trouble instanceof Trouble && [401, 403, 404, 405].includes(trouble.status);
    return h('p.notice', { role: 'alert' }, gone ? texts.noForm : explain(trouble));
  }
  const { consent } = form;
  const email = field('email', texts.email, '', {
    type: 'email',
    autocomplete: 'email',
    required: true,
    maxlength: '254',
    dir: 'ltr',
  });
  const name = field('name', texts.name, texts.optional, { autocomplete: 'name', maxlength: '200', dir: 'auto' });
  const company = field('company', texts.company, texts.optional, {
    autocomplete: 'organization',
    maxlength: '200',
    dir: 'auto',
  });
  const message = field('message', texts.message, texts.optional, { rows: '3', maxlength: '4000', dir: 'auto' });
  const agree = field('consent', consent, '', { type: 'checkbox', required: true });
  const trap = h('input', { name: 'website', tabindex: '-1', autocomplete: 'off' });
  const privacy = privacyLink(form.privacy, base);
  agree.row.classList.add('agree');
  agree.row.append(privacy ? h('a', { href: privacy, target: '_blank', rel: 'noopener' }, texts.privacy) : '');
  const failure = h('p.notice', { role: 'alert', hidden: true });
  const send = h('button.strong', { type: 'submit' }, texts.send);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (send.disabled) return;
    failure.hidden = true;
    const address = email.input.value.trim();
    email.complain(address && email.input.validity.valid ? '' : texts.badEmail);
    agree.complain(agree.input.validity.valid ? '' : texts.noConsent);
    const wrong = [email, agree].find(({ input }) => input.ariaInvalid === 'true');
    if (wrong) {
      wrong.input.focus();
      return;
    }
    send.disabled = true;
    send.textContent = texts.sending;
    const written = { name: name.input.value, company: company.input.value, message: message.input.value, ...occasion };
    const given = Object.fromEntries(Object.entries(written).filter(([, value]) => value?.trim())) as Record<
      string,
      string
    >;
    const page = location.origin + location.pathname;
    try {
      const lead = await client.leave({
        token: form.token,
        email: address,
        consent,
        ...given,
        page,
        website: trap.value,
      });
      const done = h(
        'div.sent',
        { tabindex: '-1' },
        h('h3', {}, texts.sent),
        h('p', {}, `${texts.sentLead} `, h('bdi', {}, address)),
      );
      element.replaceWith(done);
      done.focus();
      sent(lead);
    } catch (trouble) {
      const { fields, status } = trouble instanceof Trouble ? trouble : new Trouble(500);
      if (fields.includes('email')) {
        email.complain(texts.badEmail);
        email.input.focus();
      } else {
        failure.textContent = status === 422 || status === 404 ? texts.failed : explain(trouble);
        failure.hidden = false;
        form = await client.form(language).catch(() => form); // the old one may be too old
      }
    }
    send.disabled = false;
    send.textContent = texts.send;
  };

  const { question } = occasion;
  const element = h('form.contact', { novalidate: true, submit });
  return put(
    element,
    question && h('div.left-open', {}, h('p.faded', {}, texts.open), h('p', { dir: 'auto' }, question)),
    email.row,
    name.row,
    company.row,
    message.row,
    h('div.unseen', { 'aria-hidden': 'true' }, h('label', {}, 'Website', trap)),
    agree.row,
    send,
    failure,
  );
}

/** The page on what is stored: a path of the bot's, or an address of the web. */
export function privacyLink(path: string, base: string): string | null {
  return /^\/(?!\/)/.test(path) ? base + path.slice(1) : safe(path);
}
