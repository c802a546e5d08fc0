(function (plimsoll) {
  'use strict';

  const {element} = plimsoll;

  /** A list of assets and buttons to the ones before and after; select is called with the one that is chosen. */
  plimsoll.assetChoice = function (select) {
    const chooser = element('select', {});
    chooser.addEventListener('change', () => select(chooser.value));
    const step = way => {
      const at = Math.min(Math.max(chooser.selectedIndex + way, 0), chooser.options.length - 1);
      select(chooser.options[at].value);
    };
    const button = (sign, label, way) => {
      const made = element('button', {type: 'button', class: 'button', 'aria-label': label, title: label}, sign);
      made.addEventListener('click', () => step(way));
      return made;
    };
    // left and right too, where the list itself only knows up and down
    chooser.addEventListener('keydown', event => {
      if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
        event.preventDefault();
        step(event.key === 'ArrowLeft' ? -1 : 1);
      }
    });
    return {
      root: element('div', {class: 'controls'}, element('label', {}, 'Asset ', chooser),
        button('‹', 'Previous asset', -1), button('›', 'Next asset', 1)),

      /** The assets there are; the list stays as it is while they stay the same. */
      offer(names) {
        if ([...chooser.options].map(option => option.value).join('\n') !== names.join('\n')) {
          const before = chooser.value;
          chooser.replaceChildren(...names.map(name => element('option', {value: name}, name)));
          this.show(before);
        }
      },

      /** The asset that is shown, where the list has it. */
      show(name) {
        if ([...chooser.options].some(option => option.value === name)) {
          chooser.value = name;
        }
      }
    };
  };
})(window.plimsoll = window.plimsoll || {});
