/** What the page reads and sets of the toolkit's controls. */
export interface Control extends HTMLElement {
  value: string;
  checked: boolean;
  indeterminate: boolean;
  disabled: boolean;
}

interface Tags extends HTMLElementTagNameMap {
  'vscode-button': Control;
  'vscode-checkbox': Control;
  'vscode-dropdown': Control;
  'vscode-link': HTMLElement;
  'vscode-option': Control;
  'vscode-text-field': Control;
}

/** Attributes by name; `undefined` and false set none. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Makes an element. Texts become text nodes, so that nothing of a card is ever read as HTML. */
export function element<Tag extends keyof Tags>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): Tags[Tag] {
  const made = document.createElement(tag) as Tags[Tag];
  setAttributes(made, attributes);
  made.append(...children);
  return made;
}

/** Sets or removes attributes. */
export function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) target.removeAttribute(name);
    else target.setAttribute(name, value === true ? '' : String(value));
  }
}

/** Sets a control's value unless the person is typing in it. */
export function setValue(control: Control | HTMLInputElement, value: string): void {
  if (document.activeElement !== control && control.value !== value) control.value = value;
}

let isShowing = false;

/** Ticks or unticks a checkbox; the toolkit's controls report this as a change too, which `onChange` does not pass on. */
export function setChecked(control: Control, checked: boolean): void {
  isShowing = true;
  control.checked = checked;
  isShowing = false;
}

/** Listens to what the person does with a checkbox or a drop-down list. */
export function onChange(control: Control, listener: () => void): void {
  control.addEventListener('change', () => {
    if (!isShowing) listener();
  });
}

/** A text that only assistive technology reads. */
export function spoken(text: string): HTMLElement {
  return element('span', { class: 'spoken' }, text);
}
