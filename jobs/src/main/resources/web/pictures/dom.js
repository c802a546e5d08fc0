(function (plimsoll) {
  'use strict';

  /** An element. Children that are no nodes become text: what data says is never parsed. */
  plimsoll.element = function (tag, attributes) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) {
        continue;
      }
      element.setAttribute(name, value === true ? '' : value);
    }
    for (let i = 2; i < arguments.length; i++) {
      append(element, arguments[i]);
    }
    return element;
  };

  function append(element, child) {
    if (Array.isArray(child)) {
      child.forEach(one => append(element, one));
    } else if (child !== null && child !== undefined) {
      element.append(child instanceof Node ? child : String(child));
    }
  }

  let choices = 0;

  /** One of a few, as radio buttons that look like a switch. */
  plimsoll.choice = function (label, options, chosen, changed) {
    const name = 'choice-' + ++choices;
    const group = plimsoll.element('fieldset', {class: 'choice'},
      plimsoll.element('legend', {class: 'unseen'}, label));
    for (const [value, text] of options) {
      const input = plimsoll.element('input', {type: 'radio', name, value, checked: value === chosen});
      input.addEventListener('change', () => changed(value));
      group.append(plimsoll.element('label', {}, input, plimsoll.element('span', {}, text)));
    }
    return group;
  };
})(window.plimsoll = window.plimsoll || {});
