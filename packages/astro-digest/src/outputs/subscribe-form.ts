/** Where readers subscribe by mail: a service, and what its form needs. */
export type SubscribeOption =
  | ButtondownOption
  | MailchimpOption
  | ListmonkOption
  | KitOption
  | FormAddressOption;

/** A newsletter at Buttondown. */
export interface ButtondownOption {
  service: 'buttondown';
  /** The newsletter's name in its addresses. */
  user: string;
}

/** An audience at Mailchimp. */
export interface MailchimpOption {
  service: 'mailchimp';
  /** Address of its form: `https://….list-manage.com/subscribe/post?u=…&id=…`. */
  action: string;
}

/** Lists of an installation of listmonk. */
export interface ListmonkOption {
  service: 'listmonk';
  /** Address of the installation. */
  url: string;
  /** UUIDs of the lists, of which there is at least one. */
  lists: readonly string[];
}

/** A form at Kit, once ConvertKit. */
export interface KitOption {
  service: 'kit';
  /** Number of the form. */
  form: string | number;
}

/** Any other service that takes a form. */
export interface FormAddressOption {
  service: 'url';
  /** Where the form is sent: `https:`, or `http:` on this computer. */
  action: string;
  /** Default: `'post'`. */
  method?: 'get' | 'post' | undefined;
  /** Name of the field of the mail address. Default: `'email'`. */
  field?: string | undefined;
  /** What else is sent, by name. Default: nothing. */
  hidden?: Readonly<Record<string, string>> | undefined;
}

/** A form to subscribe with, which works without JavaScript. */
export interface SubscribeForm {
  /** Where it is sent. */
  action: string;
  method: 'get' | 'post';
  /** Name of the field of the mail address. */
  emailField: string;
  /** Fields that a reader does not see, in their order. Those without a value are there for robots to fill in. */
  hidden: readonly { name: string; value: string }[];
}

/**
 * The form that a service wants, as its own code for embedding has it:
 *
 * - Buttondown: https://docs.buttondown.com/building-your-subscriber-base
 * - Mailchimp: https://mailchimp.com/help/host-your-own-signup-forms/
 * - listmonk: https://github.com/knadh/listmonk/blob/master/frontend/src/views/Forms.vue
 * - Kit: the HTML that a form's page offers under “Embed”
 */
export function subscribeForm(option: SubscribeOption): SubscribeForm {
  switch (option.service) {
    case 'buttondown':
      return {
        action: `https://buttondown.com/api/emails/embed-subscribe/${encodeURIComponent(option.user)}`,
        method: 'post',
        emailField: 'email',
        hidden: [{ name: 'embed', value: '1' }],
      };
    case 'mailchimp': {
      const { searchParams } = new URL(option.action);
      const trap = `b_${searchParams.get('u') ?? ''}_${searchParams.get('id') ?? ''}`;
      return {
        action: option.action,
        method: 'post',
        emailField: 'EMAIL',
        hidden: [{ name: trap, value: '' }],
      };
    }
    case 'listmonk':
      return {
        action: `${option.url.replace(/\/+$/, '')}/subscription/form`,
        method: 'post',
        emailField: 'email',
        hidden: [{ name: 'nonce', value: '' }, ...option.lists.map((value) => ({ name: 'l', value }))],
      };
    case 'kit':
      return {
        action: `https://app.kit.com/forms/${encodeURIComponent(option.form)}/subscriptions`,
        method: 'post',
        emailField: 'email_address',
        hidden: [],
      };
    case 'url':
      return {
        action: option.action,
        method: option.method ?? 'post',
        emailField: option.field ?? 'email',
        hidden: Object.entries(option.hidden ?? {}).map(([name, value]) => ({ name, value })),
      };
  }
}
